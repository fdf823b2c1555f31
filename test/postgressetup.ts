import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore } from '../src/store/store.ts';
import { startPostgres } from './postgresserver.ts';

declare module 'vitest' {
  // Vitest is told of what is provided by adding to its own interface.
  interface ProvidedContext {
    /** A PostgreSQL server for tests; null where none can be had. */
    postgresUrl: string | null;
  }
}

/** A database that others are copies of: so no test has to make its schema. */
export const TEMPLATE = 'telewire_template';

/** Starts PostgreSQL for all test files together. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server?.url ?? null);
  if (!server) {
    // biome-ignore lint/suspicious/noConsole: whoever runs the tests is to know what they leave out
    console.warn('PostgreSQL is not installed (Debian: postgresql): its tests are skipped.');
    return async () => {};
  }
  const admin = new pg.Client(`${server.url}/postgres`);
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await (await openStore(`${server.url}/${TEMPLATE}`)).close();
  await admin.end();
  return server.stop;
}
