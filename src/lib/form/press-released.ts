/** Resolves when no pointer is down, at once if none is: what appears under a press moves its target away. */
export async function pressReleased(): Promise<void> {
  if (!document.querySelector(':active')) return;
  await new Promise((resolve) => {
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(resolve), { once: true });
  });
}
