import type { Host } from '../host.ts';
import { accountCases } from './account.ts';
import { avatarCases } from './avatar.ts';
import { gettingInCases } from './getting-in.ts';
import { protocolCases } from './protocol.ts';

/** The cases of the contract, the same for every host. */
export function allCases(host: () => Host): void {
  gettingInCases(host);
  accountCases(host);
  avatarCases(host);
  protocolCases(host);
}
