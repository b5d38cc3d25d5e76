import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../lib/router.tsx';
import type { Account } from '../../../contract/account.ts';
import { paths } from '../../lib/paths.ts';
import { Hero } from '../../ui/layout.tsx';
import { Niche } from '../../ui/niche.tsx';
import { completeness } from './completeness.ts';
import styles from './dashboard.module.css';

/** Who it is: the picture in its niche, name, email, how complete the profile is and what to do next. */
export function DashboardHero({
  account,
  picture,
  editPicture,
}: {
  account: Account;
  picture: ReactNode;
  editPicture: ReactNode;
}) {
  const { t, i18n } = useTranslation('dashboard');
  const { share, missing } = completeness(account);
  const [next] = missing;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  const name = `${account.firstName} ${account.lastName}`.trim();
  return (
    <Hero
      media={
        <Niche completeness={share} action={<span className={styles.edit}>{editPicture}</span>}>
          {picture}
        </Niche>
      }
    >
      <h1 tabIndex={-1}>{name ? <bdi>{name}</bdi> : t('hero.unnamed')}</h1>
      <p className="muted">
        <bdi dir="ltr">{account.email}</bdi>
      </p>
      <p className={styles.next}>
        <span className="numeric">{next ? t('hero.share', { share: percent }) : t('hero.complete')}</span>{' '}
        {next && <Link to={`${paths.profile}#${next}`}>{t(`next.${next}`)}</Link>}
      </p>
    </Hero>
  );
}
