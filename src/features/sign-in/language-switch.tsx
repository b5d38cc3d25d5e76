import { Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { switchLocale } from '../../i18n/i18n.ts';
import { languageName } from '../../i18n/language-name.ts';
import { rememberInCookie } from '../../lib/boot.ts';
import { useBoot } from '../../lib/boot-context.ts';
import styles from './language-switch.module.css';

/** The languages of the deployment, each in its own words. What is typed on the page stays (F3). */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('common');
  const { policy } = useBoot();
  const choose = (locale: string) => {
    rememberInCookie('foyer-locale', locale);
    void switchLocale(locale);
  };
  return (
    <div className={styles.switch}>
      <Globe className="icon-small" />
      <select
        aria-label={t('menu.language')}
        className={styles.select}
        value={i18n.language}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {policy.locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageName(locale)}
          </option>
        ))}
      </select>
    </div>
  );
}
