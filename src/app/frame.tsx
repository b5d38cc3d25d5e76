import { DoorClosed, LayoutDashboard, ShieldCheck, UserRound } from 'lucide-react';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Preferences } from '../../contract/account.ts';
import { useBoot } from '../lib/boot-context.ts';
import { paths } from '../lib/paths.ts';
import { usePreload } from '../lib/router.tsx';
import { Shell } from '../ui/shell.tsx';
import { AccountMenu } from './account-menu.tsx';

/** The other tabs are made ready when nothing else is to do, so that a press shows its page at once. */
function useReadyTabs(to: readonly string[]): void {
  const preload = usePreload();
  const prepare = useEffectEvent(() => {
    for (const path of to) void preload(path).catch(() => undefined);
  });
  useEffect(() => {
    if ('connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData) return;
    const idle = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 2000));
    const cancel = window.cancelIdleCallback ?? window.clearTimeout;
    const waiting = idle(() => prepare());
    return () => cancel(waiting);
  }, []);
}

/** The shell of every page of a signed-in person. */
export function Frame({
  account,
  preferences,
  children,
}: {
  account: Account;
  preferences: Preferences;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const { policy } = useBoot();
  useReadyTabs([paths.dashboard, paths.profile, paths.security, paths.closeAccount]);
  const tabs = [
    { to: paths.dashboard, label: t('tabs.dashboard'), icon: <LayoutDashboard /> },
    { to: paths.profile, label: t('tabs.profile'), icon: <UserRound /> },
    { to: paths.security, label: t('tabs.security'), icon: <ShieldCheck /> },
    { to: paths.closeAccount, label: t('tabs.closeAccount'), icon: <DoorClosed /> },
  ];
  return (
    <Shell
      tabs={tabs}
      label={t('tabs.label')}
      brandTo={paths.dashboard}
      end={<AccountMenu account={account} preferences={preferences} policy={policy} />}
    >
      {children}
    </Shell>
  );
}
