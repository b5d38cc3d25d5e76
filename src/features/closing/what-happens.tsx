import { useTranslation } from 'react-i18next';
import { daysLater, useDates } from '../../lib/dates.ts';
import { Section } from '../../ui/section.tsx';
import { Timeline } from '../../ui/timeline.tsx';

/** What closing the account means and when, in exact dates of the person's zone (H1). */
export function WhatHappens({ now, graceDays }: { now: number; graceDays: number }) {
  const { t } = useTranslation('closing');
  const dates = useDates();
  const end = daysLater(now, graceDays);
  const iso = (instant: number) => new Date(instant).toISOString();
  return (
    <Section heading={t('what.heading')} help={t('what.help', { zone: dates.zone() })}>
      <Timeline
        moments={[
          {
            id: 'today',
            tone: 'now',
            when: (
              <time dateTime={iso(now)} title={dates.full(now)}>
                {t('what.today', { date: dates.date(now) })}
              </time>
            ),
            text: t('what.todayText'),
          },
          {
            id: 'until',
            when: (
              <time dateTime={iso(end)} title={dates.full(end)}>
                {t('what.until', { date: dates.date(end) })}
              </time>
            ),
            text: (
              <>
                <p>{t('what.untilText')}</p>
                <p>{t('what.supportText')}</p>
              </>
            ),
          },
          {
            id: 'end',
            tone: 'end',
            when: (
              <time dateTime={iso(end)} title={dates.full(end)}>
                {dates.dateTime(end)}
              </time>
            ),
            text: t('what.endText'),
          },
        ]}
      />
    </Section>
  );
}
