import type { ProfileInput } from '../../contract/account.ts';

/** A named starting state: who the person is, and how far they have come. */
export interface Persona {
  /** One line for the control desk. */
  about: string;
  email: string;
  firstName: string;
  lastName: string;
  /** What they have written into their profile beyond their name. */
  profile?: Omit<ProfileInput, 'firstName' | 'lastName'>;
  /** Signed up, and the mailed link is not opened yet. */
  isUnconfirmed?: true;
  /** Other browsers in which they are signed in, as those name themselves. */
  otherBrowsers?: readonly string[];
}

/** Of every persona. It is no secret: it opens nothing but made-up people. */
export const personaPassword = 'seven lamps along the garden wall';

const otherBrowsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'curl/8.14.1',
] as const;

export const personas = {
  newcomer: {
    about: 'Confirmed, nothing in the profile but a name.',
    email: 'newcomer@personas.example',
    firstName: 'Noor',
    lastName: 'Lindqvist',
  },
  ines: {
    about: 'A complete profile.',
    email: 'ines@marchetti.example',
    firstName: 'Ines',
    lastName: 'Marchetti',
    profile: { phone: '+390655501428', company: 'Marchetti & Figlie', country: 'IT', city: 'Rome' },
  },
  applicant: {
    about: 'Signed up, the mailed link not opened: stays outside.',
    email: 'applicant@personas.example',
    firstName: 'Tomas',
    lastName: 'Okafor',
    isUnconfirmed: true,
  },
  'many-sessions': {
    about: 'Signed in in eight browsers, this one included.',
    email: 'many-sessions@personas.example',
    firstName: 'Mira',
    lastName: 'Castellanos',
    otherBrowsers,
  },
  'long-names': {
    about: 'Long names, right-to-left and left-to-right mixed.',
    email:
      'a.very.long.address.that.hardly.fits.anywhere.at.all@subdomain.of.a.long-winded-company-name.personas.example',
    firstName: 'عبد الرحمن محمد نور الدين',
    lastName: 'von Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh zu Oberammergau und Unterfinkenbach',
    profile: {
      phone: '+971501234567',
      company:
        'شركة المصابيح الهادئة للتجارة العامة والمقاولات Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, Zweigniederlassung für Bürobedarf, Leuchten und stille Türen (2)',
      country: 'AE',
      city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    },
  },
} as const satisfies Record<string, Persona>;

export type PersonaName = keyof typeof personas;
export const personaNames = Object.keys(personas) as PersonaName[];

export const isPersonaName = (name: string): name is PersonaName => Object.hasOwn(personas, name);
