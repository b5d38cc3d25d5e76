/** Pictures made from nothing, on every host: no file and no encoder is needed. */

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const uint32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

const chunk = (type: string, data: Uint8Array) => {
  const body = concat(latin(type), data);
  return concat(uint32(data.length), body, uint32(crc32(body)));
};

/** zlib (RFC 1950) without compression: blocks of at most 65,535 bytes as they are. */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 65_535) {
    const part = bytes.slice(at, at + 65_535);
    const isLast = at + 65_535 >= bytes.length ? 1 : 0;
    blocks.push(Uint8Array.of(isLast, part.length, part.length >> 8, ~part.length, ~part.length >> 8), part);
  }
  return concat(Uint8Array.of(0x78, 0x01), ...blocks, uint32(adler32(bytes)));
}

/** A PNG of coloured blocks. `claim` writes other measures into its header than it has. */
export function blockPng(width: number, height: number, { claim }: { claim?: [number, number] } = {}): Uint8Array {
  const rows: Uint8Array[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(1 + width * 3);
    for (let x = 0; x < width; x += 1) row.set([(x >> 3) * 40, (y >> 3) * 40, 120], 1 + x * 3);
    rows.push(row);
  }
  const [w, h] = claim ?? [width, height];
  const header = concat(uint32(w), uint32(h), Uint8Array.of(8, 2, 0, 0, 0));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return concat(
    signature,
    chunk('IHDR', header),
    chunk('IDAT', stored(concat(...rows))),
    chunk('IEND', new Uint8Array()),
  );
}

/** A grey JPEG of 16 × 16 px without any metadata, as an encoder writes it. */
const plainJpeg =
  '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4r' +
  'K06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABADASIAAhEBAxEB/8QAFQABAQAA' +
  'AAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAM' +
  'AwEAAhEDEQA/AKAANf/Z';

/** A JPEG that says where it was taken: an EXIF block with a GPS note, and the same in XMP. */
export function gpsJpeg(): Uint8Array {
  const bytes = latin(atob(plainJpeg));
  const app1 = (text: string) =>
    concat(Uint8Array.of(0xff, 0xe1, (text.length + 2) >> 8, text.length + 2), latin(text));
  // Little-endian TIFF with one ASCII entry: ImageDescription.
  const note = 'CANARY-45.0703N-7.6869E\0';
  const tiff = `II*\0\x08\0\0\0\x01\0\x0e\x01\x02\0${String.fromCharCode(note.length)}\0\0\0\x1a\0\0\0\0\0\0\0${note}`;
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- CANARY-XMP --></x:xmpmeta>`;
  return concat(bytes.slice(0, 2), app1(`Exif\0\0${tiff}`), app1(xmp), bytes.slice(2));
}
