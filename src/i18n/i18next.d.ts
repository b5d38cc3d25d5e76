import 'i18next';
import type avatar from './locales/en/avatar.json';
import type closing from './locales/en/closing.json';
import type common from './locales/en/common.json';
import type dashboard from './locales/en/dashboard.json';
import type entry from './locales/en/entry.json';
import type outbox from './locales/en/outbox.json';
import type profile from './locales/en/profile.json';
import type security from './locales/en/security.json';
import type ui from './locales/en/ui.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      avatar: typeof avatar;
      closing: typeof closing;
      common: typeof common;
      dashboard: typeof dashboard;
      entry: typeof entry;
      outbox: typeof outbox;
      profile: typeof profile;
      security: typeof security;
      ui: typeof ui;
    };
  }
}
