interface ModuleInfo {
  importers: readonly string[];
  dynamicImporters: readonly string[];
}
interface Modules {
  getModuleInfo(id: string): ModuleInfo | null;
}

const libraries = /node_modules\/(?:react|react-dom|scheduler|i18next|react-i18next|wouter)\/|rolldown[/-]runtime/;
const beforeSignIn = /\/src\/routes\/(?:sign-in|sign-up|confirm)\.tsx$/;

/**
 * Few files: on a slow line each request costs more than the bytes it might save. What several pages share stands in one
 * chunk for the pages before sign-in, one for those after it, and one for both; a page's own code is a chunk of its own.
 */
export function chunkName(id: string, modules: Modules): string | null {
  if (libraries.test(id)) return 'vendor';
  const users = lazyUsers(id, modules);
  if (users.has('main')) return null;
  const all = [...users];
  if (all.length < 2) return null;
  if (all.every((user) => beforeSignIn.test(user))) return 'entrance';
  return all.some((user) => beforeSignIn.test(user)) ? 'both' : 'person';
}

/** The lazily loaded modules through which a module is reached; `main` where the first script reaches it by itself. */
function lazyUsers(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  const users = new Set<string>();
  if (seen.has(id)) return users;
  seen.add(id);
  const info = modules.getModuleInfo(id);
  if (!info || (info.importers.length === 0 && info.dynamicImporters.length === 0)) return new Set(['main']);
  if (info.dynamicImporters.length > 0) users.add(id);
  for (const importer of info.importers) for (const user of lazyUsers(importer, modules, seen)) users.add(user);
  return users;
}
