import { useTranslation } from 'react-i18next';
import type { OutboxMail } from '../../../contract/development.ts';
import { directionOf } from '../../../contract/direction.ts';
import { Panel } from '../../ui/panel.tsx';
import styles from './outbox.module.css';

/** One mail as text, in its own language and direction, with its links. Its HTML is never put on the page. */
export function Mail({ mail }: { mail: OutboxMail }) {
  const { t, i18n } = useTranslation('outbox');
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  const language = { lang: mail.locale, dir: directionOf(mail.locale) };
  const links = mail.links.filter((link) => /^https?:/u.test(link));
  return (
    <Panel>
      <article className={styles.mail}>
        <h2 {...language}>{mail.subject}</h2>
        <dl className={styles.facts}>
          <dt>{t('to')}</dt>
          <dd>
            <bdi>{mail.to}</bdi>
          </dd>
          <dt>{t('sent')}</dt>
          <dd>
            <time dateTime={mail.sentAt}>{time.format(new Date(mail.sentAt))}</time>
          </dd>
        </dl>
        <p className={styles.text} {...language}>
          {mail.text}
        </p>
        {links.length > 0 && (
          <>
            <h3>{t('links')}</h3>
            <ul className={styles.links} role="list">
              {links.map((link) => (
                <li key={link}>
                  <a href={link} dir="ltr">
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </article>
    </Panel>
  );
}
