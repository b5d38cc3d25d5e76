import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useNow } from '../../lib/dates.ts';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccountBlock } from './account-block.tsx';
import { isFirstVisit } from './completeness.ts';
import { DashboardHero } from './dashboard-hero.tsx';
import { SecurityBlock, type SessionsView } from './security-block.tsx';

/** The page a person arrives on (D2). Picture and sessions belong to other features and are handed in. */
export function Dashboard({
  account,
  brand,
  picture,
  editPicture,
  sessions,
}: {
  account: Account;
  brand: string;
  picture: ReactNode;
  editPicture: ReactNode;
  sessions: SessionsView;
}) {
  const { t } = useTranslation('dashboard');
  const now = useNow();
  return (
    <>
      <DashboardHero account={account} picture={picture} editPicture={editPicture} />
      <Columns>
        <Stack>
          {isFirstVisit(account, now) && (
            <Notice tone="success" title={t('welcome.title', { brand })}>
              {t('welcome.text')}
            </Notice>
          )}
          <SecurityBlock view={sessions} now={now} />
        </Stack>
        <Stack>
          <AccountBlock account={account} />
        </Stack>
      </Columns>
    </>
  );
}
