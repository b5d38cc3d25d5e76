declare module 'virtual:foyer-themes.css';

declare module 'virtual:foyer-themes' {
  /** The themes there are to choose from, Light and Dark first; `id` is the value of `data-theme`. */
  export const themes: readonly { id: string; name: string; scheme: 'light' | 'dark' }[];
}
