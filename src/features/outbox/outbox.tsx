import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Doorway } from '../../ui/doorway.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageHeader } from '../../ui/section.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Mail } from './mail.tsx';
import { outboxQueryOptions } from './outbox-query.ts';
import styles from './outbox.module.css';

/** The development mailbox, so that every mailed link can be followed without a mail server. */
export function Outbox() {
  const { t } = useTranslation('outbox');
  return (
    <div className={styles.page}>
      <main id="main" tabIndex={-1}>
        <PageHeader title={t('title')} lead={t('lead')} />
        <Mails />
      </main>
    </div>
  );
}

function Mails() {
  const { t } = useTranslation('outbox');
  const { data: mails, isError } = useQuery(outboxQueryOptions());
  if (!mails && isError) {
    return (
      <Doorway icon={<CircleAlert />} title={t('failed')} level={2} role="alert">
        {t('failedText')}
      </Doorway>
    );
  }
  if (!mails) {
    return (
      <Panel busy>
        <SkeletonRows />
      </Panel>
    );
  }
  if (mails.length === 0) {
    return (
      <Doorway icon={<Inbox />} title={t('empty')} level={2}>
        {t('emptyText')}
      </Doorway>
    );
  }
  // Mails have no id; counted from the oldest, each keeps its place when newer ones come.
  return (
    <ol className={styles.mails} role="list">
      {mails.map((mail, at) => (
        <li key={mails.length - at}>
          <Mail mail={mail} />
        </li>
      ))}
    </ol>
  );
}
