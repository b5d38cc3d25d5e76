/** Puts a theme on the page; `system` leaves the choice to the device. */
export function applyTheme(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
