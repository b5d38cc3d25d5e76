/** In px, as the header of a file gives it. */
export interface Size {
  width: number;
  height: number;
}

/** A view that ends where the bytes end: reading on throws instead of showing what else is in memory. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** A header that breaks off has no size; every other fault is ours and is thrown on. */
export function withinBounds(read: () => Size | undefined): Size | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
