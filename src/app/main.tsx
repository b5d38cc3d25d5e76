import 'virtual:foyer-themes.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { fetchBoot, readBoot, type Boot } from '../lib/boot.ts';
import { startI18n } from '../i18n/i18n.ts';
import { directionOf } from '../../contract/direction.ts';
import { watchOtherTabs } from '../lib/other-tabs.ts';
import { App, prepare } from './app.tsx';
import { applyTheme } from './theme.ts';
import { watchBackForwardCache, watchStaleBundle } from './watch.ts';

async function start(): Promise<void> {
  watchBackForwardCache();
  watchStaleBundle();
  // Only a build for development has the mock backend; production drops the branch and all behind it.
  if (import.meta.env.MODE === 'mock') await (await import('./start-mock.ts')).startMock();
  const boot = readBoot() ?? paintBoot(await fetchBoot(import.meta.env.MODE === 'mock'));
  watchOtherTabs();
  await startI18n(boot, []);
  // What cannot be made ready says so itself once it is shown.
  await prepare(location.pathname.slice(import.meta.env.BASE_URL.length - 1), boot).catch(() => undefined);
  // From here on the pages name themselves (React puts its own <title> into the head, behind this one).
  document.querySelector('title')?.remove();
  createRoot(document.getElementById('root') ?? document.body).render(<App boot={boot} />);
}

/** Where the server did not paint the shell, the app does before it shows anything. */
function paintBoot(boot: Boot): Boot {
  document.documentElement.lang = boot.locale;
  document.documentElement.dir = directionOf(boot.locale);
  applyTheme(boot.theme);
  return boot;
}

void start();
