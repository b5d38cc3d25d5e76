import { ApiError } from '../../lib/api-error.ts';
import { ImageProblem, type ImageProblemDetail } from './image/image-protocol.ts';

/** What went wrong, and at which step: a refused file is told beside the picker, a failed save beside its button. */
export type EditorProblem =
  | { during: 'open'; detail: ImageProblemDetail | { code: 'no_file' } }
  | { during: 'save' | 'remove'; text: CallProblem; retryAfter: number | undefined };

/** Texts of a failed call; `offline` when no answer came. */
export type CallProblem = 'offline' | 'server' | 'tooLarge' | 'throttled' | 'signedOut' | 'notTaken' | 'notMade';

export function openProblem(error: unknown): EditorProblem {
  return { during: 'open', detail: error instanceof ImageProblem ? error.detail : { code: 'failed' } };
}

export function callProblem(during: 'save' | 'remove', error: unknown): EditorProblem {
  const retryAfter = error instanceof ApiError ? error.retryAfter : undefined;
  return { during, text: textOf(error), retryAfter };
}

function textOf(error: unknown): CallProblem {
  if (error instanceof ImageProblem) return 'notMade';
  if (!(error instanceof ApiError)) return 'server';
  switch (error.code) {
    case 'network':
      return 'offline';
    case 'too_large':
      return 'tooLarge';
    case 'throttled':
      return 'throttled';
    case 'unauthenticated':
      return 'signedOut';
    case 'image_damaged':
    case 'image_too_many_pixels':
    case 'image_unsupported':
      return 'notTaken';
    default:
      return 'server';
  }
}
