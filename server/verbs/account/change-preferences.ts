import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import type { FieldError } from '../../../contract/problems.ts';
import type { Person } from '../../caller.ts';
import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { presentPreferences } from './present-account.ts';

/** Changes language or theme; unconditionally, the last intent wins (F11). Fails with `invalid`. */
export async function changePreferences(
  ports: Ports,
  change: ParsedBodyOf<'changePreferences'>,
  person: Person,
): Promise<ResponseOf<'changePreferences'>> {
  const { locales, themes } = ports.policy;
  const errors: FieldError[] = [];
  if (change.locale !== undefined && !locales.includes(change.locale)) {
    errors.push({ pointer: '/locale', code: 'locale_unsupported' });
  }
  if (change.theme !== undefined && !['system', ...themes].includes(change.theme)) {
    errors.push({ pointer: '/theme', code: 'theme_unknown' });
  }
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
  const changes = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const query =
    Object.keys(changes).length > 0
      ? ports.db.updateTable('accounts').set(changes).where('id', '=', person.accountId).returningAll()
      : ports.db.selectFrom('accounts').selectAll().where('id', '=', person.accountId);
  return presentPreferences(await query.executeTakeFirstOrThrow());
}
