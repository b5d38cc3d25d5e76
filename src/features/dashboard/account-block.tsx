import { Building2, CalendarDays, Camera, CircleCheck, Globe, MapPin, Phone, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useDates } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { Block, StandaloneLink } from '../../ui/layout.tsx';
import { Row, Rows } from '../../ui/panel.tsx';
import { completeness, type ProfileItem } from './completeness.ts';

const icons: Record<ProfileItem, typeof UserRound> = {
  firstName: UserRound,
  lastName: UserRound,
  phone: Phone,
  company: Building2,
  country: Globe,
  city: MapPin,
  picture: Camera,
};

/** What is missing after the next thing, each a link to its field, and since when the account is there. */
export function AccountBlock({ account }: { account: Account }) {
  const { t } = useTranslation('dashboard');
  const dates = useDates();
  const { missing } = completeness(account);
  const link = (
    <StandaloneLink to={paths.profile} forward>
      {t('account.open')}
    </StandaloneLink>
  );
  return (
    <Block heading={t('account.heading')} link={link}>
      <Rows plain>
        {missing.slice(1).map((item) => {
          const Icon = icons[item];
          return <Row key={item} icon={<Icon />} title={t(`next.${item}`)} to={`${paths.profile}#${item}`} />;
        })}
        {missing.length === 0 && (
          <Row icon={<CircleCheck />} title={t('account.complete')} meta={[t('account.completeText')]} />
        )}
        <Row
          icon={<CalendarDays />}
          title={t('account.memberSince')}
          meta={[
            <time
              key="since"
              dateTime={new Date(account.createdAt).toISOString()}
              title={dates.full(account.createdAt)}
            >
              {dates.date(account.createdAt)}
            </time>,
          ]}
        />
      </Rows>
    </Block>
  );
}
