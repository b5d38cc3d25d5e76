import type { Scenario } from './scenario.ts';

const profileForm = 'input[name="firstName"]';

const reactFloor: Scenario = {
  name: '01-react',
  path: '/',
  ready: '#first',
  interaction: { click: '#tab-security', expect: '#current' },
  from: { kind: 'floor', floor: 'react' },
};

/** What ratios are taken to: the least that a React page with one request can cost. */
const reactFetchFloor: Scenario = {
  ...reactFloor,
  name: '02-react-fetch',
  path: '/?fetch',
  from: {
    kind: 'floor',
    floor: 'react',
    answer: ({ url }) =>
      url.pathname === '/api/account'
        ? { first: 'Ada', last: 'Lovelace', email: 'ada@example.com', user: 'ada' }
        : undefined,
  },
};

export const floorName = reactFetchFloor.name;

export const scenarios: readonly Scenario[] = [
  reactFloor,
  reactFetchFloor,
  {
    name: 'foyer-sign-in',
    path: '/sign-in',
    ready: 'input[name="email"]',
    from: { kind: 'foyer', signedIn: false },
  },
  {
    name: 'foyer-profile',
    path: '/profile',
    ready: profileForm,
    from: { kind: 'foyer', signedIn: true },
  },
  {
    name: 'foyer-dashboard-to-profile',
    path: '/',
    // The name in the hall of the Dashboard; the tabs are links of the shell, at the top or, on a phone, at the bottom.
    ready: 'main h1',
    interaction: { click: 'nav a[href="/profile"]:visible', expect: profileForm },
    from: { kind: 'foyer', signedIn: true },
  },
];
