import { useTranslation } from 'react-i18next';
import { HowToClose } from '../features/closing/how-to-close.tsx';
import { WhatHappens } from '../features/closing/what-happens.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { useNow } from '../lib/dates.ts';
import { PageHeader } from '../ui/section.tsx';

export function Component() {
  const { t } = useTranslation(['closing', 'common']);
  const { policy } = useBoot();
  const now = useNow();
  const { graceDays } = policy.closing;
  const title = t('title');
  return (
    <>
      <title>{t('common:title', { page: title, brand: policy.brand.name })}</title>
      <PageHeader title={title} lead={t('lead', { count: graceDays })} />
      <WhatHappens now={now} graceDays={graceDays} />
      <HowToClose supportEmail={policy.brand.supportEmail} />
    </>
  );
}
