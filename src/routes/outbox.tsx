import { useTranslation } from 'react-i18next';
import { Outbox } from '../features/outbox/outbox.tsx';
import { useBoot } from '../lib/boot-context.ts';

export function Component() {
  const { t } = useTranslation(['outbox', 'common']);
  const { policy } = useBoot();
  return (
    <>
      <title>{t('common:title', { page: t('title'), brand: policy.brand.name })}</title>
      <Outbox />
    </>
  );
}
