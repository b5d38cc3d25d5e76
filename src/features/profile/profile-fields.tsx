import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldText } from '../../i18n/use-problem-text.ts';
import { Conflict } from '../../ui/conflict.tsx';
import { Section } from '../../ui/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { countryName, useCountries } from './countries.ts';
import type { ProfileField } from './merge.ts';
import styles from './profile-form.module.css';
import { showPhone } from './show-phone.ts';
import { fieldId, useFieldLabels } from './use-field-labels.ts';
import type { ProfileForm } from './use-profile-form.ts';

/** Isolated, so that the plus stays in front in languages that run from right to left (I3). */
const phoneExample = '\u2066+39 347 555 0142\u2069';

/** The sections of the form. Lengths are not cut by the controls: what is too long is said, and nothing is lost. */
export function ProfileFields({ email, profile }: { email: string; profile: ProfileForm }) {
  const { t, i18n } = useTranslation('profile');
  const field = useFieldWiring(profile);
  const countries = useCountries(i18n.language, profile.mine.country);
  return (
    <>
      <Section heading={t('name.heading')} help={t('name.help')}>
        <TextField {...field('firstName')} autoComplete="given-name" dir="auto" />
        <TextField {...field('lastName')} autoComplete="family-name" dir="auto" />
      </Section>
      <Section heading={t('contact.heading')} help={t('contact.help')}>
        <TextField
          label={t('contact.email')}
          help={t('contact.emailHelp')}
          type="email"
          autoComplete="email"
          dir="ltr"
          value={email}
          readOnly
        />
        <TextField
          {...field('phone')}
          help={t('contact.phoneHelp', { example: phoneExample })}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          dir="ltr"
        />
      </Section>
      <Section heading={t('company.heading')} help={t('company.help')}>
        <TextField {...field('company')} autoComplete="organization" dir="auto" />
      </Section>
      <Section heading={t('place.heading')} help={t('place.help')}>
        <SelectField {...field('country')} autoComplete="country">
          <option value="">{t('place.noCountry')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField {...field('city')} autoComplete="address-level2" dir="auto" />
      </Section>
    </>
  );
}

/** What ties a control to its place in the form: label, error, conflict, value. */
function useFieldWiring(profile: ProfileForm) {
  const { t, i18n } = useTranslation('profile');
  const labels = useFieldLabels();
  const fieldText = useFieldText();
  const { form, mine, theirs, conflicting, isPaused, decide } = profile;
  const shown = (name: ProfileField, value: string) => {
    if (value === '') return '';
    if (name === 'phone') return <span dir="ltr">{showPhone(value)}</span>;
    return name === 'country' ? countryName(value, i18n.language) : value;
  };
  return (name: ProfileField) => ({
    id: fieldId(name),
    label: labels[name],
    error: fieldText(form.faults[name]),
    after: conflicting.includes(name) && (
      <RevealedIf isWanted={isPaused && conflicting[0] === name}>
        <Conflict
          title={isPaused ? t('conflict.goesOn') : t('conflict.title')}
          label={t('conflict.label', { field: labels[name] })}
          mine={shown(name, mine[name])}
          theirs={shown(name, theirs[name])}
          onKeep={() => decide(name, 'mine')}
          onTake={() => decide(name, 'theirs')}
        />
      </RevealedIf>
    ),
    ...form.field(name),
  });
}

/** Comes into view when a save waits for it, clear of what floats at the foot. */
function RevealedIf({ isWanted, children }: { isWanted: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isWanted]);
  return (
    <div ref={box} className={styles.revealed}>
      {children}
    </div>
  );
}
