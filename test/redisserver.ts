import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.ts';

/** A Redis server of our own that writes down what it takes. */
export type RedisServer = {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
  /** Again, with what it had. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

const PATIENCE_MS = 10_000;

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-redis-'));
  const port = await freePort();
  const redis: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    process: await run(folder, port),
    async stop() {
      if (redis.process.exitCode !== null || redis.process.signalCode !== null) return;
      redis.process.kill('SIGKILL');
      await new Promise((resolve) => redis.process.once('exit', resolve));
    },
    async start() {
      redis.process = await run(folder, port);
    },
    async remove() {
      await redis.stop();
      rmSync(folder, { recursive: true });
    },
  };
  return redis;
}

async function run(folder: string, port: number): Promise<ChildProcess> {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
  };
  const flags = Object.entries({ ...settings, save: '' }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const server = spawn('redis-server', flags, { stdio: 'ignore' });
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    if (await answers(port)) return server;
    await sleep(20);
  }
  throw new Error('Redis did not start');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data).startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}
