import { useTranslation } from 'react-i18next';
import type { ProfileField } from './merge.ts';

export const fieldId = (field: ProfileField) => `profile-${field}`;

export function useFieldLabels(): Record<ProfileField, string> {
  const { t } = useTranslation('profile');
  return {
    firstName: t('name.firstName'),
    lastName: t('name.lastName'),
    phone: t('contact.phone'),
    company: t('company.company'),
    country: t('place.country'),
    city: t('place.city'),
  };
}
