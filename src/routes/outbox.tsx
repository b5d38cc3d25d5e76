import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outbox } from '../features/outbox/outbox.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { queryClient } from '../lib/query-client.ts';

export function Component() {
  const { t } = useTranslation(['outbox', 'common']);
  const { policy } = useBoot();
  return (
    <>
      <title>{t('common:title', { page: t('title'), brand: policy.brand.name })}</title>
      <QueryClientProvider client={queryClient}>
        <Outbox />
      </QueryClientProvider>
    </>
  );
}
