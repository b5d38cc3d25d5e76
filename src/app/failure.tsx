import { CircleAlert, CloudOff, DoorClosed } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../lib/api-error.ts';
import { paths } from '../lib/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Doorway } from '../ui/doorway.tsx';

/** What a person sees when a page cannot be shown. Offline, it comes by itself as soon as the connection is back. */
export function Failure({ error, inFrame }: { error: unknown; inFrame: boolean }) {
  const { t } = useTranslation('common');
  const isOffline = !navigator.onLine && (!(error instanceof ApiError) || error.code === 'network');
  useEffect(() => {
    if (!isOffline) return;
    const again = () => location.reload();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isOffline]);
  const kind = isOffline ? 'offline' : 'failed';
  return (
    <Standing inFrame={inFrame}>
      <Doorway
        icon={isOffline ? <CloudOff /> : <CircleAlert />}
        title={t(`states.${kind}Title`)}
        level={1}
        role="alert"
        action={<Button onClick={() => location.reload()}>{t('states.tryAgain')}</Button>}
      >
        {t(`states.${kind}Text`)}
      </Doorway>
    </Standing>
  );
}

/** An address where there is nothing. */
export function Missing() {
  const { t } = useTranslation('common');
  return (
    <Standing inFrame={false}>
      <title>{t('states.missingTitle')}</title>
      <Doorway
        icon={<DoorClosed />}
        title={t('states.missingTitle')}
        level={1}
        action={<ButtonLink to={paths.dashboard}>{t('states.toDashboard')}</ButtonLink>}
      >
        {t('states.missingText')}
      </Doorway>
    </Standing>
  );
}

const Standing = ({ inFrame, children }: { inFrame: boolean; children: ReactNode }) =>
  inFrame ? children : <main id="main">{children}</main>;
