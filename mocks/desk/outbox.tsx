import { useQuery } from '@tanstack/react-query';
import type { OutboxMail } from '../../contract/development.ts';
import { CopyButton } from './copy-button.tsx';
import type { DeskBackend } from './desk-backend.ts';
import { DeskSection, Failure } from './desk-section.tsx';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export function Outbox({ backend, navigate }: { backend: DeskBackend; navigate: (url: string) => void }) {
  const { data: mails, error } = useQuery({ queryKey: ['outbox'], queryFn: backend.outbox, refetchInterval: 1500 });
  return (
    <DeskSection title="Outbox" aside={mails && <span className="note">{mails.length}, newest first</span>}>
      <Failure error={error} />
      {mails?.length === 0 && <p className="note">No mail was sent yet.</p>}
      {mails && mails.length > 0 && (
        <ul className="mails">
          {mails.map((mail) => (
            <Mail key={`${mail.sentAt} ${mail.to} ${mail.links.join(' ')}`} mail={mail} navigate={navigate} />
          ))}
        </ul>
      )}
    </DeskSection>
  );
}

function Mail({ mail, navigate }: { mail: OutboxMail; navigate: (url: string) => void }) {
  return (
    <li>
      <p className="subject" dir="auto" lang={mail.locale}>
        {mail.subject}
      </p>
      <p className="note">
        <bdi>{mail.to}</bdi>
        <br />
        <time dateTime={mail.sentAt}>{time.format(new Date(mail.sentAt))}</time>
      </p>
      {mail.links.map((link) => (
        <p className="row" key={link}>
          <code className="grow">{new URL(link).pathname}</code>
          <button type="button" aria-label={`Open the link to ${mail.to}`} onClick={() => navigate(link)}>
            Open
          </button>
          <CopyButton text={link} label={`the link to ${mail.to}`} />
        </p>
      ))}
    </li>
  );
}
