import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Actions } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './how-to-close.module.css';

/** The way to close the account that is open today: support does it. */
export function HowToClose({ supportEmail }: { supportEmail: string }) {
  const { t } = useTranslation('closing');
  const mailto = `mailto:${supportEmail}?subject=${encodeURIComponent(t('how.subject'))}`;
  return (
    <Section heading={t('how.heading')}>
      <Notice
        title={t('how.notYet')}
        actions={
          // The address itself is the link, to be read and copied where no mail program answers.
          <a className={styles.mail} href={mailto}>
            <Mail />
            <bdi dir="ltr">{supportEmail}</bdi>
          </a>
        }
      >
        {t('how.text')}
      </Notice>
      <Actions>
        <ButtonLink to={paths.dashboard}>{t('how.keep')}</ButtonLink>
      </Actions>
    </Section>
  );
}
