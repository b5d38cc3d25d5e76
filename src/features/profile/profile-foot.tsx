import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text.ts';
import { paths } from '../../lib/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import styles from './profile-form.module.css';
import type { ProfileForm } from './use-profile-form.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/** The save bar, and over it why the save has not gone through. */
export function ProfileFoot({ profile }: { profile: ProfileForm }) {
  const { t } = useTranslation('profile');
  const problemText = useProblemText();
  const { changed, conflicting, discard } = profile;
  const { problem, isBusy } = profile.form;

  // What comes to float over the foot must not cover the field that somebody is in (2.4.11).
  const uncover = useEffectEvent(() => {
    const active = document.activeElement;
    if (active?.matches('input, select')) active.scrollIntoView?.({ block: 'nearest' });
  });
  const isTold = problem !== null;
  useEffect(() => {
    if (isTold) uncover();
  }, [isTold]);

  return (
    <div className={styles.foot}>
      {problem && (
        <Notice
          className={styles.reason}
          tone="danger"
          role="alert"
          title={problemText(problem)}
          actions={
            problem.code === 'unauthenticated' && (
              // The page is asked for anew: the session in memory is one that is no more.
              <a className="small" href={`${base}${paths.signIn}?to=${encodeURIComponent(paths.profile)}`}>
                {t('save.signIn')}
              </a>
            )
          }
        />
      )}
      <SaveBar
        count={
          conflicting.length > 0
            ? t('conflict.open', { count: conflicting.length })
            : t('save.changes', { count: changed.length })
        }
        saveLabel={t('save.save')}
        discardLabel={t('save.discard')}
        busy={isBusy}
        onDiscard={discard}
      />
    </div>
  );
}
