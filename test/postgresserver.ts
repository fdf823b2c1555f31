import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './ports.ts';

/** A PostgreSQL server of our own, forgotten afterwards. */
export type PostgresServer = {
  /** With a superuser, without a database's name. */
  url: string;
  /** As when its machine loses its power for so long: whoever is connected is cut off, and what it had not written is gone. */
  losePower(ms: number): Promise<void>;
  stop(): Promise<void>;
};

/** 'clients': what is written need not outlive the machine, only a client that is killed. */
export type Outlived = 'clients' | 'machine';

const USER = 'telewire';
const PATIENCE_MS = 20_000;

/** null where PostgreSQL is not installed. */
export async function startPostgres(
  outlived: Outlived = 'clients',
): Promise<PostgresServer | null> {
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
  appendFileSync(join(cluster, 'postgresql.conf'), settings(port, outlived));
  const url = `postgres://${USER}@127.0.0.1:${port}`;
  let server = await serve();
  return {
    url,
    async losePower(ms) {
      await quit();
      await sleep(ms);
      server = await serve();
    },
    async stop() {
      await quit();
      rmSync(place, { recursive: true, force: true });
    },
  };

  async function serve(): Promise<ChildProcess> {
    const begun = spawn(join(folder ?? '', 'postgres'), ['-D', cluster], {
      ...{ ...owner, cwd: place, stdio: ['ignore', 'ignore', 'ignore'] },
    });
    await untilItListens(url, begun);
    return begun;
  }

  /** An immediate shutdown: the next start recovers as after a crash. */
  async function quit(): Promise<void> {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
  }
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

function settings(port: number, outlived: Outlived): string {
  const durable = outlived === 'machine' ? 'on' : 'off';
  return `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 300
fsync = ${durable}
full_page_writes = ${durable}
autovacuum = off
`;
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
