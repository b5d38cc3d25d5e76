import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from '../lib/router.tsx';
import { Brand } from './brand.tsx';
import styles from './shell.module.css';

export type ShellTab = { to: string; label: string; icon: ReactNode };

/**
 * The frame of every page after sign-in: the bar at the top with the tabs, the page, and on a phone the tabs at the
 * bottom. `end` stands at the end of the bar (the account menu), `label` names the navigation, `banner` runs above the
 * page's content.
 */
export function Shell({
  tabs,
  label,
  end,
  banner,
  brandTo = '/',
  children,
}: {
  tabs: readonly ShellTab[];
  label: string;
  end?: ReactNode;
  banner?: ReactNode;
  brandTo?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  // The focus moves without a change of address, which the router would take for a navigation.
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('#main')?.focus();
  };
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={skip}>
        {t('skipToContent')}
      </a>
      <header className={styles.topbar}>
        <div className={styles.inner}>
          <Brand to={brandTo} />
          <nav className={styles.tabs} aria-label={label}>
            {tabs.map((tab) => (
              <NavLink key={tab.to} className={styles.tab ?? ''} to={tab.to}>
                {tab.label}
              </NavLink>
            ))}
          </nav>
          {end && <div className={styles.end}>{end}</div>}
        </div>
      </header>
      <main className={styles.page} id="main" tabIndex={-1}>
        {banner}
        {children}
      </main>
      <nav className={styles.bottom} aria-label={label}>
        {tabs.map((tab) => (
          <NavLink key={tab.to} className={styles.cell ?? ''} to={tab.to}>
            <span className={styles.arch}>{tab.icon}</span>
            {tab.label}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
