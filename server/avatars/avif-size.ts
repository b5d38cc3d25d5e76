import { viewOf, withinBounds } from './size.ts';
import type { Size } from './size.ts';

interface Box {
  type: string;
  /** Where the payload begins and ends. */
  from: number;
  to: number;
}

/** The largest picture that an AVIF declares; tiles, thumbnails and masks are smaller than the picture itself. */
export function readAvifSize(bytes: Uint8Array): Size | undefined {
  return withinBounds(() => {
    const view = viewOf(bytes);
    const meta = find(view, { type: 'file', from: 0, to: bytes.length }, 'meta');
    // `meta` is a full box: version and flags stand before its children.
    const properties = meta && find(view, { ...meta, from: meta.from + 4 }, 'iprp');
    const container = properties && find(view, properties, 'ipco');
    if (!container) return undefined;
    let largest: Size | undefined;
    for (const box of boxes(view, container)) {
      if (box.type !== 'ispe') continue;
      const size = { width: view.getUint32(box.from + 4), height: view.getUint32(box.from + 8) };
      if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
    }
    return largest;
  });
}

function find(view: DataView, parent: Box, type: string): Box | undefined {
  return boxes(view, parent).find((box) => box.type === type);
}

/** Each step moves on by at least a box header, so the walk ends (ISO/IEC 14496-12 §4.2). */
function* boxes(view: DataView, parent: Box): Generator<Box, undefined> {
  let at = parent.from;
  while (at + 8 <= parent.to) {
    let length = view.getUint32(at);
    let header = 8;
    if (length === 1) {
      length = Number(view.getBigUint64(at + 8));
      header = 16;
    } else if (length === 0) {
      length = parent.to - at;
    }
    if (length < header) return;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    yield { type, from: at + header, to: Math.min(at + length, parent.to) };
    at += length;
  }
}
