import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Actions } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

/** The way to close the account that is open today: support does it. */
export function HowToClose({ supportEmail }: { supportEmail: string }) {
  const { t } = useTranslation('closing');
  const mailto = `mailto:${supportEmail}?subject=${encodeURIComponent(t('how.subject'))}`;
  return (
    <Section heading={t('how.heading')}>
      <Notice title={t('how.notYet')}>
        <p>{t('how.text')}</p>
        {/* To be read and copied where no mail program answers the button. */}
        <bdi dir="ltr">{supportEmail}</bdi>
      </Notice>
      <Actions>
        <ButtonLink to={mailto} icon={<Mail />}>
          {t('how.write')}
        </ButtonLink>
        <ButtonLink to={paths.dashboard} variant="quiet">
          {t('how.keep')}
        </ButtonLink>
      </Actions>
    </Section>
  );
}
