import { viewOf, withinBounds } from './size.ts';
import type { Size } from './size.ts';

/**
 * What a decoder has to hold for a GIF: its screen, or more where a frame reaches beyond it. A screen of 1 × 1 with
 * a frame of 60000 × 60000 is the usual trick.
 */
export function readGifSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  const size = { width: 0, height: 0 };
  let frames = 0;
  withinBounds(() => {
    size.width = view.getUint16(6, true);
    size.height = view.getUint16(8, true);
    let at = 13 + colourTableLength(view.getUint8(10));
    for (;;) {
      const block = view.getUint8(at);
      if (block === 0x21) {
        at = afterSubBlocks(view, at + 2);
      } else if (block === 0x2c) {
        size.width = Math.max(size.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
        size.height = Math.max(size.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
        frames += 1;
        at = afterSubBlocks(view, at + 11 + colourTableLength(view.getUint8(at + 9)));
      } else {
        return size;
      }
    }
  });
  return frames > 0 ? size : undefined;
}

function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function afterSubBlocks(view: DataView, from: number): number {
  let at = from;
  for (;;) {
    const length = view.getUint8(at);
    at += length + 1;
    if (length === 0) return at;
  }
}
