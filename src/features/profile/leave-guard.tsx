import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../lib/paths.ts';
import { useBlocker, useLocation } from '../../lib/router.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { readEdits } from './profile-draft.ts';

/** Asks before a page with unsaved edits is left (E2). Who has signed out, or has to sign in, is not held up. */
export function LeaveGuard({ accountId, isNeeded }: { accountId: string; isNeeded: boolean }) {
  const { t } = useTranslation('profile');
  const stayButton = useRef<HTMLButtonElement>(null);
  const here = useLocation().pathname;
  const { held, proceed, stay } = useBlocker((next) => isNeeded && next !== here && next !== paths.signIn);
  useEffect(() => {
    // A save came through while the question stood: there is nothing left to ask.
    if (held && !isNeeded) proceed();
  }, [held, isNeeded, proceed]);
  if (!held || !isNeeded) return null;
  const isKept = Object.keys(readEdits(accountId)).length > 0;
  return (
    <Dialog
      title={t('leave.title')}
      onClose={stay}
      initialFocus={stayButton}
      footer={
        <>
          <Button ref={stayButton} onClick={stay}>
            {t('leave.stay')}
          </Button>
          <Button variant={isKept ? 'primary' : 'danger'} onClick={proceed}>
            {t('leave.leave')}
          </Button>
        </>
      }
    >
      <p>{isKept ? t('leave.kept') : t('leave.lost')}</p>
    </Dialog>
  );
}
