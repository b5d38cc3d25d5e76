import { viewOf, withinBounds } from './size.ts';
import type { Size } from './size.ts';

/** The size in the first frame header of a JPEG, found by the same walk from marker to marker that decoders take. */
export function readJpegSize(bytes: Uint8Array): Size | undefined {
  return withinBounds(() => {
    const view = viewOf(bytes);
    let at = 2;
    for (;;) {
      while (view.getUint8(at) !== 0xff) at += 1;
      while (view.getUint8(at) === 0xff) at += 1;
      const marker = view.getUint8(at);
      at += 1;
      if (marker === 0xd9 || marker === 0xda) return undefined;
      if (isFrameHeader(marker)) return { width: view.getUint16(at + 5), height: view.getUint16(at + 3) };
      if (!standsAlone(marker)) at += Math.max(2, view.getUint16(at));
    }
  });
}

/** SOF0 to SOF15 without the three numbers among them that mean tables. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** 0 is a stuffed byte, 1 is TEM, the rest are restarts and the start of the image. */
function standsAlone(marker: number): boolean {
  return marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
}
