import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Vitest started by an old system Node.js hands over to the one that `npm ci` brought along; an old npm does not link it.
const runtime = `node-${process.platform.replace(/32$/, '')}-${process.arch}`;
const binary = process.platform === 'win32' ? 'node.exe' : 'node';
const local = fileURLToPath(new URL(`./node_modules/${runtime}/bin/${binary}`, import.meta.url));
if (Number.parseInt(process.versions.node, 10) < 24 && existsSync(local)) {
  const { status } = spawnSync(local, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}

/** What means nothing without PostgreSQL. */
const ABOUT_POSTGRES = [
  'test/app/cluster.test.ts',
  'test/store/connections.test.ts',
  'test/store/moving.test.ts',
];
const everything = {
  include: ['test/**/*.test.ts'],
  exclude: ['test/browser/**', ...ABOUT_POSTGRES],
};
const onPostgres = {
  include: ['test/store/*.test.ts', ...ABOUT_POSTGRES],
  globalSetup: ['test/postgressetup.ts'],
  // Each statement goes through a socket, and the machine is shared.
  testTimeout: 90_000,
};

export default defineConfig({
  test: {
    // Tests of the store are about both of its databases.
    projects: [
      { extends: true, test: { name: 'sqlite', ...everything, provide: { postgresUrl: null } } },
      { extends: true, test: { name: 'postgres', ...onPostgres } },
    ],
    setupFiles: ['test/properties.ts'],
    environment: 'node',
    pool: 'forks',
    // Most tests wait for sockets: more of them at once than there are cores.
    maxWorkers: 4,
    // A process for each file would spend a third of the time on loading the same modules again. So no shared file may
    // register hooks: only the first test file of a process would have them (`onTestFinished` is for whoever serves a test).
    isolate: false,
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What a test waits for comes in moments; how many depends on who else uses the machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
