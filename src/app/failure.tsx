import { CircleAlert, CloudOff, DoorClosed } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { ApiError } from '../lib/api-error.ts';
import { paths } from '../lib/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Doorway } from '../ui/doorway.tsx';

/** What a person sees when a page cannot be shown; inside the shell the way to other pages stays. */
export function Failure({ inFrame = false }: { inFrame?: boolean }) {
  const { t } = useTranslation('common');
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const isOffline = error instanceof ApiError && error.code === 'network' && !navigator.onLine;
  useEffect(() => {
    if (!isOffline) return;
    const again = () => void revalidate();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isOffline, revalidate]);

  const action = isMissing ? (
    <ButtonLink to={paths.dashboard}>{t('states.toDashboard')}</ButtonLink>
  ) : (
    <Button onClick={() => location.reload()}>{t('states.tryAgain')}</Button>
  );
  const icon = isMissing ? <DoorClosed /> : isOffline ? <CloudOff /> : <CircleAlert />;
  const kind = isMissing ? 'missing' : isOffline ? 'offline' : 'failed';
  const content = (
    <Doorway icon={icon} title={t(`states.${kind}Title`)} level={1} role="alert" action={action}>
      {t(`states.${kind}Text`)}
    </Doorway>
  );
  return inFrame ? content : <main id="main">{content}</main>;
}
