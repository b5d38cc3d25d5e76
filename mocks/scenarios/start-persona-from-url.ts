import type { Handle } from './ask.ts';
import { createPersona } from './create-persona.ts';
import { isPersonaName, personaNames } from './personas.ts';

/**
 * `?persona=ines` signs in as that persona, once: the parameter is gone before the app reads its address. An unknown
 * name is reported as an uncaught error, and the app starts as it is.
 */
export async function startPersonaFromUrl(handle: Handle): Promise<void> {
  const url = new URL(location.href);
  const name = url.searchParams.get('persona');
  if (name === null) return;
  url.searchParams.delete('persona');
  history.replaceState(history.state, '', url);
  try {
    if (!isPersonaName(name)) throw new Error(`There is ${personaNames.join(', ')}.`);
    await createPersona(handle, name, location.origin + import.meta.env.BASE_URL.replace(/\/$/u, ''));
  } catch (error) {
    reportError(new Error(`?persona=${name} cannot be had. ${String(error)}`, { cause: error }));
  }
}
