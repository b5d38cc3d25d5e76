import { useTranslation } from 'react-i18next';
import { SessionsSection } from '../features/security/sessions/sessions-section.tsx';
import { sessionsQueryOptions } from '../features/security/sessions/sessions-query.ts';
import { useBoot } from '../lib/boot-context.ts';
import { queryClient } from '../lib/query-client.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { PageHeader } from '../ui/section.tsx';

/** Asked for beside the page's code; the page does not wait for it. */
export function prefetch(): void {
  if (queryClient.getQueryData(sessionQueryOptions().queryKey)?.account)
    void queryClient.query(sessionsQueryOptions()).catch(() => undefined);
}

export function Component() {
  const { t } = useTranslation(['security', 'common']);
  const { policy } = useBoot();
  const title = t('title');
  return (
    <>
      <title>{t('common:title', { page: title, brand: policy.brand.name })}</title>
      <PageHeader title={title} />
      <SessionsSection />
    </>
  );
}
