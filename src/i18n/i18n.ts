import i18next, { type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Boot } from '../lib/boot.ts';
import { directionOf } from '../../contract/direction.ts';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(locale, namespace, done) {
    const load = files[`./locales/${locale}/${namespace}.json`];
    if (!load) done(new Error(`no texts for ${locale}/${namespace}`), null);
    else
      load().then(
        (texts) => done(null, texts as never),
        (error: unknown) => done(error as Error, null),
      );
  },
};

/** Starts the translations in the page's language; a text that is missing falls back to English (I5). */
export async function startI18n(
  boot: Pick<Boot, 'locale' | 'messages' | 'policy'>,
  namespaces: readonly string[],
): Promise<i18n> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: boot.locale,
      fallbackLng: 'en',
      supportedLngs: boot.policy.locales,
      ns: ['common', 'ui', ...namespaces],
      defaultNS: 'common',
      resources: { [boot.locale]: boot.messages },
      partialBundledLanguages: true,
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  return i18next;
}

/** Switches the language of the page and its direction at once; what is typed stays (F3). */
export async function switchLocale(locale: string): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}
