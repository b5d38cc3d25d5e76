import { expect, it } from 'vitest';
import { profileSchema } from '../../../contract/account.ts';
import { contractCheck } from './faults.ts';

const check = contractCheck(profileSchema);
const profile = { firstName: 'Ines', lastName: 'Marchetti', phone: '', company: '', country: '', city: '' };

it('finds with the contract what the server would find, with the number of its sentence (A11)', () => {
  expect(check(profile)).toEqual({});
  expect(check({ ...profile, firstName: ' ', phone: '12', city: 'x'.repeat(101) })).toEqual({
    firstName: { code: 'required' },
    phone: { code: 'phone_invalid' },
    city: { code: 'too_long', bound: 100 },
  });
});
