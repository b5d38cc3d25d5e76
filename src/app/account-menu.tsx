import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Preferences } from '../../contract/account.ts';
import type { PublicPolicy } from '../../contract/policy.ts';
import { useProblemText } from '../i18n/use-problem-text.ts';
import { ApiError } from '../lib/api-error.ts';
import { paths } from '../lib/paths.ts';
import { Avatar } from '../ui/avatar.tsx';
import { MenuItem, MenuLink, MenuPopover, MenuSeparator, MenuSetting } from '../ui/menu-popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { languageName } from '../i18n/language-name.ts';
import { useToast } from '../ui/toast.tsx';
import { changePreferences } from './preferences.ts';
import { signOut } from './sign-out.ts';
import styles from './account-menu.module.css';

/** Behind avatar and name: the profile, quick switches for theme and language, the way out (D1). */
export function AccountMenu({
  account,
  preferences,
  policy,
}: {
  account: Account;
  preferences: Preferences;
  policy: PublicPolicy;
}) {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const toast = useToast();
  const problemText = useProblemText();
  const leaving = useMutation({
    mutationFn: signOut,
    onError: (error) => {
      if (error instanceof ApiError) toast({ tone: 'danger', message: problemText(error) });
    },
  });
  const name = `${account.firstName} ${account.lastName}`.trim();
  const src = account.avatar && `${account.avatar}/128`;
  return (
    <MenuPopover
      label={t('menu.label')}
      media={<Avatar name={[account.firstName, account.lastName]} src={src} size="bar" />}
      name={name}
    >
      <MenuLink to={paths.profile} icon={<UserRound />}>
        {t('menu.myProfile')}
      </MenuLink>
      <MenuSeparator />
      <MenuSetting>
        <span>{t('menu.theme')}</span>
        <Segmented
          label={t('menu.theme')}
          value={preferences.theme}
          onChange={(theme) => void changePreferences(client, { theme })}
          segments={[
            { value: 'light', label: t('menu.light'), icon: <Sun /> },
            { value: 'dark', label: t('menu.dark'), icon: <Moon /> },
            { value: 'system', label: t('menu.system'), icon: <Monitor /> },
          ]}
        />
      </MenuSetting>
      <MenuSetting>
        <label htmlFor="menu-language">{t('menu.language')}</label>
        <select
          id="menu-language"
          className={styles.language}
          value={preferences.locale}
          onChange={(event) => void changePreferences(client, { locale: event.target.value })}
        >
          {policy.locales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {languageName(locale)}
            </option>
          ))}
        </select>
      </MenuSetting>
      <MenuSeparator />
      <MenuItem icon={<LogOut className="icon-directional" />} onClick={() => leaving.mutate()}>
        {t('menu.signOut')}
      </MenuItem>
    </MenuPopover>
  );
}
