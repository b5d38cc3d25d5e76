import { cleanup, render } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { Router } from '../lib/router.tsx';
import { afterEach } from 'vitest';
import ui from '../i18n/locales/en/ui.json' with { type: 'json' };

await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { ui } } });

afterEach(cleanup);

/** Renders a part of the design system with its words and a router around it. */
export function show(children: ReactNode) {
  return render(<Router>{children}</Router>);
}
