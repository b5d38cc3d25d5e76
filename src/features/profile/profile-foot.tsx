import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text.ts';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import styles from './profile-form.module.css';
import type { ProfileForm } from './use-profile-form.ts';

/** The save bar, and over it why the save has not gone through. */
export function ProfileFoot({ profile }: { profile: ProfileForm }) {
  const { t } = useTranslation('profile');
  const problemText = useProblemText();
  const { changed, conflicting, problem, isPaused, isBusy, discard } = profile;
  return (
    <div className={styles.foot}>
      {conflicting.length > 0 && (
        <Notice
          className={styles.reason}
          tone="warning"
          role="alert"
          title={t('conflict.waiting', { count: conflicting.length })}
        >
          {isPaused ? t('conflict.goesOn') : t('conflict.choose')}
        </Notice>
      )}
      {problem && (
        <Notice
          className={styles.reason}
          tone="danger"
          role="alert"
          title={problemText(problem)}
          actions={
            problem.code === 'unauthenticated' && (
              // The page is asked for anew: the session in memory is one that is no more.
              <ButtonLink size="small" reloadDocument to={`${paths.signIn}?to=${encodeURIComponent(paths.profile)}`}>
                {t('save.signIn')}
              </ButtonLink>
            )
          }
        />
      )}
      <SaveBar
        count={t('save.changes', { count: changed.length })}
        saveLabel={t('save.save')}
        discardLabel={t('save.discard')}
        busy={isBusy}
        onDiscard={discard}
      />
    </div>
  );
}
