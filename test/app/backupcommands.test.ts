import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { emptyFolder, runProgram, startProgram } from '../program.ts';
import { setProgramStage } from '../programstage.ts';

/** Each test starts a process or two. */
vi.setConfig({ testTimeout: 90_000 });

test('a backup is taken beside the running bot, and restored only when it has stopped', async () => {
  const { folder, settings } = await setProgramStage();
  const env = settings();
  const bot = startProgram({ folder, env });
  await bot.event('app.ready');

  const backedUp = await runProgram({ folder, env, args: ['backup', 'copy.db'] });
  expect(backedUp).toMatchObject({ code: 0, stderr: '' });
  expect(backedUp.stdout).toMatch(/^The backup .*\/copy\.db has 1 MB\./);
  const early = await runProgram({ folder, env, args: ['--restore', 'copy.db'] });
  expect(early).toMatchObject({ code: 1, stdout: '' });
  expect(early.stderr).toMatch(
    /^The database data\/telewire\.db is in use: stop the bot first\.\n$/,
  );
  bot.signal('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 0 });

  const restored = await runProgram({ folder, env, args: ['--restore', 'copy.db'] });

  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toMatch(
    /The former one lies at data\/telewire\.db\.before-\d{8}-\d{6}\.\n$/,
  );
  await (await openStore(join(folder, 'data', 'telewire.db'))).close();
});

test('without a token, a fault is one sentence and exit code 1, and nothing is made', async () => {
  const folder = emptyFolder();

  const nameless = await runProgram({ folder, args: ['backup'] });
  const missing = await runProgram({ folder, args: ['--restore', 'none.db'] });

  expect(nameless).toMatchObject({
    code: 1,
    stderr: 'Name a file: telewire backup telewire.db.copy\n',
  });
  expect(missing.code).toBe(1);
  expect(missing.stderr).toMatch(/^There is no file .*\/none\.db\.\n$/);
  expect(existsSync(join(folder, 'data', 'telewire.db'))).toBe(false);
});
