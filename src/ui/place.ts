const gap = 8;
const margin = 16;

/**
 * Puts an open popover under its button, with their ends in line; above it where there is no room below, and never
 * beyond the edge of the window.
 */
export function place(popover: HTMLElement | null, button: HTMLElement | null): void {
  const anchor = button?.firstElementChild?.getBoundingClientRect();
  if (!popover || !anchor) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - height;
  const fits = below + height <= clientHeight - gap || above < gap;
  const endsAt = getComputedStyle(popover).direction === 'rtl' ? anchor.left : clientWidth - anchor.right;
  const inlineEnd = Math.max(margin, Math.min(endsAt, clientWidth - width - margin));
  popover.style.insetBlockStart = `${fits ? below : above}px`;
  popover.style.insetInlineEnd = `${inlineEnd}px`;
}
