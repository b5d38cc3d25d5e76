import type { TestProject } from 'vitest/node';
import { postgresBin, startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty databases for the files that want one; none where PostgreSQL is not installed. */
    postgresUrls: string[];
  }
}

/** One PostgreSQL cluster for the whole run. */
export default async function setup({ provide }: TestProject): Promise<(() => void) | undefined> {
  const bin = postgresBin();
  if (bin === undefined) {
    provide('postgresUrls', []);
    return undefined;
  }
  const cluster = await startCluster(bin);
  provide('postgresUrls', [await cluster.database(), await cluster.database(), await cluster.database()]);
  return () => cluster.remove();
}
