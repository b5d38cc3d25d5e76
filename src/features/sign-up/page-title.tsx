import { useTranslation } from 'react-i18next';
import { useBoot } from '../../lib/boot-context.ts';

/** The document's title; it changes with the outcome, not with the address alone. */
export function PageTitle({ page }: { page: string }) {
  const { t } = useTranslation('common');
  const { policy } = useBoot();
  return <title>{t('title', { page, brand: policy.brand.name })}</title>;
}
