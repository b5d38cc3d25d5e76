import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProfileForm } from '../features/profile/profile-form.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { PageHeader } from '../ui/section.tsx';
import { Picture } from './picture.tsx';

export function Component() {
  const { t } = useTranslation(['profile', 'common']);
  const { policy } = useBoot();
  const { account } = useSuspenseQuery(sessionQueryOptions()).data;
  // The session has ended: the frame leads on, and nothing personal stays (F14).
  if (!account) return null;
  return (
    <>
      <title>{t('common:title', { page: t('title'), brand: policy.brand.name })}</title>
      <PageHeader title={t('title')} />
      <ProfileForm
        key={account.id}
        account={account}
        picture={<Picture account={account} label={t('picture.edit')} />}
      />
    </>
  );
}
