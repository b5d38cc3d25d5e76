import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useFieldText } from '../../i18n/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useToast } from '../../ui/toast.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { ProfileFoot } from './profile-foot.tsx';
import styles from './profile-form.module.css';
import { fieldId, useFieldLabels } from './use-field-labels.ts';
import { useProfileForm } from './use-profile-form.ts';

/** What a person may write about themselves, saved field by field and never over somebody else's change (E1, E2). */
export function ProfileForm({ account, picture }: { account: Account; picture: ReactNode }) {
  const { t } = useTranslation('profile');
  const labels = useFieldLabels();
  const fieldText = useFieldText();
  const toast = useToast();

  // The bar goes, and the button in it that had the focus: reading goes on from the page.
  const leaveBar = () => {
    const active = document.activeElement;
    const page = form.ref.current;
    if (!(active instanceof HTMLButtonElement) || !page?.contains(active)) return;
    page.closest<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  const profile = useProfileForm(account, {
    onSaved: () => {
      leaveBar();
      toast({ message: t('save.saved') });
    },
    onDiscarded: (undo) => {
      leaveBar();
      toast({ tone: 'info', message: t('save.discarded'), action: { label: t('save.undo'), onPress: undo } });
    },
  });
  const { form } = profile;
  const faults = form.standing.map((field) => ({
    fieldId: fieldId(field),
    message: t('faults.fault', { field: labels[field], message: fieldText(form.faults[field]) }),
  }));

  return (
    <>
      {profile.isRestored && (
        <Notice
          className={styles.restored}
          role="status"
          title={t('draft.title')}
          row
          actions={
            <Button size="small" disabled={form.isBusy} onClick={profile.discard}>
              {t('save.discard')}
            </Button>
          }
        >
          {t('draft.text')}
        </Notice>
      )}
      {/* Outside of the form: Enter in the editor's dialog must not save the profile. */}
      <Section heading={t('picture.heading')} help={t('picture.help')}>
        {picture}
      </Section>
      <form ref={form.ref} className={styles.form} aria-label={t('form')} noValidate onSubmit={form.submit}>
        <div className={faults.length > 1 ? styles.summary : undefined}>
          <ErrorSummary key={form.attempt} title={t('faults.title')} errors={faults} />
        </div>
        <ProfileFields email={account.email} profile={profile} />
        {profile.changed.length > 0 && <ProfileFoot profile={profile} />}
      </form>
      <LeaveGuard accountId={account.id} isNeeded={profile.changed.length > 0} />
    </>
  );
}
