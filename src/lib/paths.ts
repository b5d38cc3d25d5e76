/** Every address of the app, with what its first frame needs; the server preloads it (`server/node/shell.ts`). */
export const pages = {
  dashboard: { path: '/', source: 'src/routes/dashboard.tsx', namespaces: ['dashboard'], access: 'person' },
  profile: { path: '/profile', source: 'src/routes/profile.tsx', namespaces: ['profile'], access: 'person' },
  security: { path: '/security', source: 'src/routes/security.tsx', namespaces: ['security'], access: 'person' },
  closeAccount: {
    path: '/close-account',
    source: 'src/routes/close-account.tsx',
    namespaces: ['closing'],
    access: 'person',
  },
  signIn: { path: '/sign-in', source: 'src/routes/sign-in.tsx', namespaces: ['entry'], access: 'stranger' },
  signUp: { path: '/sign-up', source: 'src/routes/sign-up.tsx', namespaces: ['entry'], access: 'stranger' },
  confirm: { path: '/sign-up/confirm', source: 'src/routes/confirm.tsx', namespaces: ['entry'], access: 'anyone' },
  outbox: { path: '/dev/outbox', source: 'src/routes/outbox.tsx', namespaces: ['outbox'], access: 'development' },
} as const satisfies Record<string, Page>;

export interface Page {
  path: string;
  source: string;
  namespaces: readonly string[];
  /** `stranger`: a signed-in person is sent on; `development`: there only where the backend says so. */
  access: 'person' | 'stranger' | 'anyone' | 'development';
}

export const paths = {
  dashboard: pages.dashboard.path,
  profile: pages.profile.path,
  security: pages.security.path,
  closeAccount: pages.closeAccount.path,
  signIn: pages.signIn.path,
  signUp: pages.signUp.path,
  confirm: pages.confirm.path,
  outbox: pages.outbox.path,
} as const;

/** The sign-in page, and after it what was asked for (B9). */
export const signInPath = (to: string): string =>
  to === paths.dashboard ? paths.signIn : `${paths.signIn}?to=${encodeURIComponent(to)}`;
