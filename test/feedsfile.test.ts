import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ANNA } from './playground/telegram.ts';
import { startProgram } from './program.ts';
import { setProgramStage } from './programstage.ts';

vi.setConfig({ testTimeout: 90_000 });

test('feeds that are written into the file while it runs are in the catalogue, and faults are told', async () => {
  const { stage, paper, folder, settings } = await setProgramStage();
  mkdirSync(join(folder, 'config'));
  const file = join(folder, 'config', 'telewire.yaml');
  writeFileSync(file, 'feeds: []\n');
  const program = startProgram({ folder, env: settings({ ACCESS: 'catalogue' }) });
  await program.event('app.ready');

  writeFileSync(file, 'feeds:\n  - uri: x\n');
  expect(await program.event('config.failed')).toMatchObject({ level: 'warn' });
  writeFileSync(file, `feeds:\n  - url: ${paper.feedUrl}\n    name: My paper\n`);
  await program.event('config.feeds');
  stage.world.say({ userId: ANNA, chatId: ANNA, text: '/subscribe' });

  await vi.waitFor(() => expect(JSON.stringify(stage.world.messages(ANNA))).toContain('My paper'), {
    timeout: 20_000,
    interval: 50,
  });
  program.signal('SIGTERM');
  expect((await program.ended).code).toBe(0);
});
