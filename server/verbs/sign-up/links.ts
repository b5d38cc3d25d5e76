import type { Ports } from '../../ports.ts';

/** Links that leave the product start from the configured address, whatever the request claims (case-19). */
export const confirmationLink = (ports: Pick<Ports, 'publicUrl'>, token: string): string =>
  `${ports.publicUrl}/sign-up/confirm?token=${token}`;
