import { call } from '../../../lib/api.ts';
import { ApiError } from '../../../lib/api-error.ts';

/** Ends one session; one that is gone already has ended, so both are success (G9). */
export async function endSession(id: string): Promise<void> {
  try {
    await call('endSession', { params: { id } });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'not_found') throw error;
  }
}
