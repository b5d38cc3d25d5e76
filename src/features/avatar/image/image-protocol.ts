import type { Matrix } from '../crop/crop-geometry.ts';

/** Why a picture cannot be opened or made. `format` is a name that people know, null when the file tells nothing. */
export type ImageProblemDetail =
  | { code: 'unsupported'; format: string | null }
  | { code: 'heic' }
  | { code: 'damaged' }
  | { code: 'too_many_pixels'; pixels: number }
  | { code: 'failed' };

/** Thrown by every port that handles pictures. */
export class ImageProblem extends Error {
  readonly detail: ImageProblemDetail;

  constructor(detail: ImageProblemDetail) {
    super(detail.code);
    this.name = 'ImageProblem';
    this.detail = detail;
  }
}

/** A reduced, upright copy, still held by the worker under its `id`. */
export interface HeldPicture {
  id: number;
  width: number;
  height: number;
  /** The same pixels for the screen. */
  blob: Blob;
}

export type ImageRequest =
  | { kind: 'open'; id: number; blob: Blob; maxPixels: number }
  | { kind: 'render'; id: number; picture: number; matrix: Matrix }
  | { kind: 'cancel'; id: number }
  | { kind: 'release'; picture: number };

export type ImageReply =
  | { kind: 'opened'; id: number; picture: HeldPicture }
  | { kind: 'rendered'; id: number; blob: Blob }
  | { kind: 'refused'; id: number; detail: ImageProblemDetail };

/** Edge of the picture that is sent, in px; the largest size that the server keeps. */
export const renderedEdge = 512;
