import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AppWindow, Laptop, Monitor, Smartphone, Tablet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../../contract/session.ts';
import type { Dates } from '../../../lib/dates.ts';
import { deviceWords, readUserAgent } from '../../../lib/user-agent.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Row } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { endSession } from './end-session.ts';
import { keepSessions } from './sessions-query.ts';
import styles from './session-row.module.css';

const icons = { laptop: Laptop, desktop: Monitor, phone: Smartphone, tablet: Tablet, unknown: AppWindow };

/** One browser: what and where it is, since when, last seen, and the way to sign it out. */
export function SessionRow({
  session,
  dates,
  now,
  onFocusLost,
}: {
  session: Session;
  dates: Dates;
  now: number;
  /** The row that had the focus leaves, and no other row can take it. */
  onFocusLost: () => void;
}) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const toast = useToast();
  const button = useRef<HTMLButtonElement>(null);
  const { id, userAgent, address, createdAt, lastSeenAt, isCurrent } = session;
  const { browser = '', platform = '', kind, words } = describe(userAgent);
  const device = t(`device.${words}`, { browser, platform });
  const Icon = icons[kind];

  const ending = useMutation({
    mutationFn: () => endSession(id),
    onSuccess: async () => {
      if (document.activeElement === button.current && !focusNeighbour(button.current)) onFocusLost();
      toast({ message: t('end.done', { device }) });
      await keepSessions(client, (other) => other.id !== id);
    },
    onError: () =>
      toast({
        message: t('end.failed', { device }),
        tone: 'danger',
        action: { label: t('end.tryAgain'), onPress: () => ending.mutate() },
      }),
  });

  const day = dates.daysFrom(createdAt, now);
  const time = dates.time(createdAt);
  const since =
    day >= 0
      ? t('sessions.sinceToday', { time })
      : day === -1
        ? t('sessions.sinceYesterday', { time })
        : t('sessions.since', { when: dates.date(createdAt) });

  return (
    <Row
      icon={<Icon />}
      title={device}
      badges={isCurrent && <Badge tone="success">{t('sessions.thisDevice')}</Badge>}
      meta={[
        address && (
          <bdi key="address" dir="ltr" className="numeric">
            {address}
          </bdi>
        ),
        <Moment key="since" at={createdAt} dates={dates} words={since} />,
        !isCurrent && (
          <Moment
            key="seen"
            at={lastSeenAt}
            dates={dates}
            words={t('sessions.seen', { ago: dates.ago(lastSeenAt, now) })}
          />
        ),
      ]}
      actions={
        !isCurrent && (
          <Button
            ref={button}
            variant="quiet"
            size="small"
            edge="end"
            aria-label={t('end.signOutOf', { device })}
            busy={ending.isPending}
            onClick={() => ending.mutate()}
          >
            {t('end.signOut')}
          </Button>
        )
      }
    />
  );
}

function Moment({ at, dates, words }: { at: number; dates: Dates; words: string }) {
  return (
    <time className={styles.moment} dateTime={new Date(at).toISOString()} title={dates.full(at)}>
      {words}
    </time>
  );
}

function describe(userAgent: string) {
  const device = readUserAgent(userAgent);
  return { ...device, words: deviceWords(device) };
}

/** To the row after, or the one before: reading goes on where it was. */
function focusNeighbour(button: HTMLElement | null): boolean {
  const row = button?.closest('li');
  const neighbour =
    row?.nextElementSibling?.querySelector('button') ?? row?.previousElementSibling?.querySelector('button');
  neighbour?.focus();
  return Boolean(neighbour);
}
