import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of our own, forgotten afterwards. */
export type PostgresServer = {
  /** With a superuser, without a database's name. */
  url: string;
  stop(): Promise<void>;
};

const USER = 'telewire';
const PATIENCE_MS = 20_000;

/** null where PostgreSQL is not installed. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const folder = binaries();
  if (folder === undefined) return null;
  const owner = whoMayRunIt();
  const place = mkdtempSync(join(tmpdir(), 'telewire-postgres-'));
  chmodSync(place, 0o755);
  const cluster = join(place, 'cluster');
  if (owner.uid !== undefined) chownSync(place, owner.uid, owner.gid ?? owner.uid);
  const making = ['-D', cluster, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(folder, 'initdb'), [...making, '--locale=C'], {
    ...{ ...owner, cwd: place, stdio: ['ignore', 'ignore', 'inherit'] },
  });
  const port = await freePort();
  appendFileSync(join(cluster, 'postgresql.conf'), settings(port));
  const server = spawn(join(folder, 'postgres'), ['-D', cluster], {
    ...{ ...owner, cwd: place, stdio: ['ignore', 'ignore', 'ignore'] },
  });
  const url = `postgres://${USER}@127.0.0.1:${port}`;
  await untilItListens(url, server);
  return {
    url,
    async stop() {
      server.kill('SIGQUIT');
      await new Promise((resolve) => server.once('exit', resolve));
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function binaries(): string | undefined {
  const [newest] = globSync('/usr/lib/postgresql/*/bin/postgres').sort().toReversed();
  return newest?.replace(/\/postgres$/, '');
}

/** PostgreSQL refuses to be run by root. */
function whoMayRunIt(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (what: string) =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** What is written need not outlive the machine, only a killed client. */
function settings(port: number): string {
  return `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 300
fsync = off
full_page_writes = off
autovacuum = off
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function untilItListens(url: string, server: ChildProcess): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    if (server.exitCode !== null) break;
    const client = new pg.Client(`${url}/postgres`);
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isThere) return;
    await sleep(20);
  }
  server.kill('SIGQUIT');
  throw new Error('PostgreSQL did not start');
}
