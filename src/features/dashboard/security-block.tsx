import { LogIn, MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/session.ts';
import { useDates } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { deviceWords, readUserAgent } from '../../lib/user-agent.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Block, StandaloneLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import styles from './dashboard.module.css';

/** The sessions as a query gives them: none yet, none because it failed, or all. */
export interface SessionsView {
  sessions: readonly Session[] | undefined;
  hasFailed: boolean;
  isTrying: boolean;
  onRetry: () => void;
}

/** Where the person is signed in, and the last time that somebody signed in as them. */
export function SecurityBlock({ view, now }: { view: SessionsView; now: number }) {
  const { t } = useTranslation('dashboard');
  const { sessions, hasFailed, isTrying, onRetry } = view;
  const link = (
    <StandaloneLink to={paths.security} forward>
      {t('security.open')}
    </StandaloneLink>
  );
  let content = <SkeletonRows count={1} />;
  if (sessions) content = <SessionFacts sessions={sessions} now={now} />;
  else if (hasFailed)
    content = (
      <Notice
        title={t('security.failedTitle')}
        role="alert"
        row
        actions={
          <Button size="small" busy={isTrying} onClick={onRetry}>
            {t('security.tryAgain')}
          </Button>
        }
      >
        {t('security.failedText')}
      </Notice>
    );
  return (
    <Block heading={t('security.heading')} link={link}>
      <Panel busy={!sessions && !hasFailed}>{content}</Panel>
    </Block>
  );
}

function SessionFacts({ sessions, now }: { sessions: readonly Session[]; now: number }) {
  const { t } = useTranslation('dashboard');
  const dates = useDates();
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const latest = (others.length > 0 ? others : sessions).toSorted((a, b) => b.createdAt - a.createdAt)[0];
  if (!latest) return null;

  const device = readUserAgent(latest.userAgent);
  const { browser = '', platform = '' } = device;
  const day = dates.daysFrom(latest.createdAt, now);
  const time = dates.time(latest.createdAt);
  const when =
    day >= 0
      ? t('when.today', { time })
      : day === -1
        ? t('when.yesterday', { time })
        : dates.dateTime(latest.createdAt);
  return (
    <Facts>
      <Fact
        icon={<MonitorSmartphone />}
        name={t('security.signedInOn')}
        value={others.length > 0 ? t('security.devices', { count: sessions.length }) : t('security.onlyThis')}
        meta={others.length > 0 ? t('security.devicesText') : t('security.onlyThisText')}
      />
      <Fact
        icon={<LogIn className="icon-directional" />}
        name={others.length > 0 ? t('security.lastSignIn') : t('security.thisSignIn')}
        value={
          <time
            className={styles.moment}
            dateTime={new Date(latest.createdAt).toISOString()}
            title={dates.full(latest.createdAt)}
          >
            {when}
          </time>
        }
        meta={t(`device.${deviceWords(device)}`, { browser, platform })}
      />
    </Facts>
  );
}
