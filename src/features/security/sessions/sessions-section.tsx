import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDates, useNow } from '../../../lib/dates.ts';
import { Button } from '../../../ui/button.tsx';
import { Doorway } from '../../../ui/doorway.tsx';
import { Panel, Rows } from '../../../ui/panel.tsx';
import { Section } from '../../../ui/section.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { EndOthers } from './end-others.tsx';
import { SessionRow } from './session-row.tsx';
import { sessionsQueryOptions } from './sessions-query.ts';

/** Where the person is signed in, and how to end it (G9). */
export function SessionsSection() {
  const { t } = useTranslation('security');
  const headingId = useId();
  const dates = useDates();
  const now = useNow();
  const { data: sessions, isError, isFetching, refetch } = useQuery(sessionsQueryOptions());

  const focusHeading = () => document.getElementById(headingId)?.focus();
  const again = async () => {
    // The button goes with the failure; reading goes on at the heading.
    if ((await refetch()).isSuccess) focusHeading();
  };

  let content = <SkeletonRows count={2} />;
  if (sessions)
    content = (
      <>
        <Rows label={t('sessions.heading')}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} dates={dates} now={now} onFocusLost={focusHeading} />
          ))}
        </Rows>
        <EndOthers others={sessions.filter(({ isCurrent }) => !isCurrent).length} onDone={focusHeading} />
      </>
    );
  else if (isError)
    content = (
      <Doorway
        icon={<CloudOff />}
        title={t('sessions.failedTitle')}
        role="alert"
        action={
          <Button busy={isFetching} onClick={() => void again()}>
            {t('end.tryAgain')}
          </Button>
        }
      >
        {t('sessions.failedText')}
      </Doorway>
    );

  return (
    <Section heading={t('sessions.heading')} help={t('sessions.help')} id={headingId}>
      <Panel busy={!sessions && !isError}>{content}</Panel>
    </Section>
  );
}
