import { useTranslation } from 'react-i18next';
import type { PasswordRule } from '../../../contract/password.ts';
import { codePoints } from '../../../contract/text.ts';
import { useBoot } from '../../lib/boot-context.ts';
import { PasswordRules } from '../../ui/password-rules.tsx';
import { signUpChecklist, type CommonPasswords, type SignUpValues } from './sign-up-values.ts';

/** The rules of the password, ticked as it is typed (A4). */
export function PasswordChecklist({
  values,
  common,
  showUnmet,
  id,
}: {
  values: SignUpValues;
  common: CommonPasswords;
  showUnmet: boolean;
  id: string;
}) {
  const { policy } = useBoot();
  const ruleText = useRuleText();
  const isKnown = common !== undefined || !policy.password.blockCommon;
  const rules = signUpChecklist(policy, values, common).map((rule) => ({
    id: rule.id,
    text: ruleText(rule, codePoints(values.password)),
    // Neither ticked nor crossed before the list is there: a tick is a promise.
    met: rule.met && (rule.id !== 'common' || isKnown),
  }));
  return <PasswordRules rules={rules} showUnmet={showUnmet && isKnown} id={id} />;
}

function useRuleText(): (rule: PasswordRule, typed: number) => string {
  const { t } = useTranslation('entry');
  return ({ id, bound, met }, typed) => {
    if (id === 'common' || id === 'context') return t(`rules.${id}`);
    if (id === 'maximum') return t('rules.maximum', { count: bound, typed });
    return met || typed === 0 ? t('rules.length', { count: bound }) : t('rules.lengthSoFar', { count: bound, typed });
  };
}
