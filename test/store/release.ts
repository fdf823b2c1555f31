// Keeps a copy of the databases of this version, so that later ones prove that they can read them:
// node test/store/release.ts, before a version is released. Copies are never changed.

import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import packageFile from '../../package.json' with { type: 'json' };
import { startPostgres } from '../postgresserver.ts';
import { inhabit } from './inhabited.ts';

const ENTRIES = 3;
const kept = (ending: string) =>
  fileURLToPath(new URL(`released/${packageFile.version}.${ending}`, import.meta.url));

if (existsSync(kept('db.gz'))) {
  throw new Error(`A copy of version ${packageFile.version} is kept already`);
}
await keepFile();
await keepServer();

async function keepFile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-release-'));
  const path = join(folder, 'telewire.db');
  await inhabit(path, ENTRIES);
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = delete; vacuum');
  database.close();
  writeFileSync(kept('db.gz'), gzipSync(readFileSync(path), { level: 9 }));
  rmSync(folder, { recursive: true });
}

async function keepServer(): Promise<void> {
  const server = await startPostgres();
  if (server === null) throw new Error('PostgreSQL is not installed');
  const admin = new pg.Client(`${server.url}/postgres`);
  await admin.connect();
  await admin.query('create database released');
  await admin.end();
  await inhabit(`${server.url}/released`, ENTRIES);
  const [dump = 'pg_dump'] = globSync('/usr/lib/postgresql/*/bin/pg_dump').sort().toReversed();
  const flags = ['--inserts', '--no-owner', '--no-privileges', `${server.url}/released`];
  const sql = execFileSync(dump, flags, { encoding: 'utf8' });
  // Lines for psql, and what only makes a dump long.
  const lines = sql.split('\n').filter((line) => !/^(\\|--|$)/.test(line));
  writeFileSync(kept('sql.gz'), gzipSync(lines.join('\n'), { level: 9 }));
  await server.stop();
}
