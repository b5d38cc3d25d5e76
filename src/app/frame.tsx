import { useSuspenseQuery } from '@tanstack/react-query';
import { DoorClosed, LayoutDashboard, ShieldCheck, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { useBoot } from '../lib/boot-context.ts';
import { paths } from '../lib/paths.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { Shell } from '../ui/shell.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useSessionEnd } from './use-session-end.ts';

/** The shell of every page of a signed-in person. */
export function Frame() {
  const { t } = useTranslation('common');
  const { policy } = useBoot();
  const { data } = useSuspenseQuery(sessionQueryOptions());
  useSessionEnd(data.account === null);
  if (!data.account || !data.preferences) return null;
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
      end={<AccountMenu account={data.account} preferences={data.preferences} policy={policy} />}
    >
      <Outlet />
      <ScrollRestoration />
    </Shell>
  );
}
