let count = 0;

/** A network of its own, as a proxy in front of the host would tell: no case uses up another's tries. */
export const freshNetwork = (): string =>
  `10.${(count += 1) >> 8}.${count & 255}.${1 + Math.floor(Math.random() * 250)}`;
