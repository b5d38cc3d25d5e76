import { DoorClosed, LayoutDashboard, ShieldCheck, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Preferences } from '../../contract/account.ts';
import { useBoot } from '../lib/boot-context.ts';
import { paths } from '../lib/paths.ts';
import { Shell } from '../ui/shell.tsx';
import { AccountMenu } from './account-menu.tsx';

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
