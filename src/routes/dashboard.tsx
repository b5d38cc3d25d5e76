import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dashboard } from '../features/dashboard/dashboard.tsx';
import { sessionsQueryOptions } from '../features/security/sessions/sessions-query.ts';
import { useBoot } from '../lib/boot-context.ts';
import { queryClient } from '../lib/query-client.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { Avatar } from '../ui/avatar.tsx';
import { EditPicture } from './picture.tsx';

/** Asked for beside the page's code; the page does not wait for it. */
export function prefetch(): void {
  if (queryClient.getQueryData(sessionQueryOptions().queryKey)?.account)
    void queryClient.query(sessionsQueryOptions()).catch(() => undefined);
}

export function Component() {
  const { t } = useTranslation(['dashboard', 'common']);
  const { policy } = useBoot();
  const { account } = useSuspenseQuery(sessionQueryOptions()).data;
  const { data: sessions, isError, isFetching, refetch } = useQuery(sessionsQueryOptions());
  if (!account) return null;
  const { firstName, lastName, avatar } = account;
  return (
    <>
      <title>{t('common:title', { page: t('title'), brand: policy.brand.name })}</title>
      <Dashboard
        account={account}
        brand={policy.brand.name}
        picture={<Avatar name={[firstName, lastName]} src={avatar && `${avatar}/256`} size="niche" />}
        editPicture={<EditPicture account={account} label={t('hero.editPicture')} iconOnly />}
        sessions={{ sessions, hasFailed: isError, isTrying: isFetching, onRetry: () => void refetch() }}
      />
    </>
  );
}
