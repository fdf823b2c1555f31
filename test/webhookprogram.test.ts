import { beforeEach, expect, test, vi } from 'vitest';
import { ANNA } from './playground/telegram.ts';
import { freePort } from './ports.ts';
import { type Program, startProgram } from './program.ts';
import { type Settings, setProgramStage } from './programstage.ts';

vi.setConfig({ testTimeout: 90_000 });

let stage: Awaited<ReturnType<typeof setProgramStage>>['stage'];
let folder: string;
let settings: Settings;
let port: number;

beforeEach(async () => {
  ({ stage, folder, settings } = await setProgramStage());
  port = await freePort();
});

const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: 20_000, interval: 20 });
const say = (text: string) => stage.world.say({ userId: ANNA, chatId: ANNA, text });
const answers = () => stage.world.messages(ANNA).filter(({ from }) => from?.is_bot).length;

async function ready(): Promise<Program> {
  const env = settings({
    ...{ UPDATES: 'webhook', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
  });
  const program = startProgram({ folder, env });
  await program.event('app.ready');
  return program;
}

test('a program that is brought its updates stops at once, and what comes meanwhile waits for it', async () => {
  const program = await ready();
  say('/list');
  await eventually(() => expect(answers()).toBe(1));
  const stoppedAt = performance.now();

  program.signal('SIGTERM');
  const { code, stderr } = await program.ended;
  const tookMs = performance.now() - stoppedAt;
  say('/list');
  const again = await ready();
  await eventually(() => expect(answers()).toBe(2));
  again.signal('SIGTERM');
  await again.ended;

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // Sooner than whoever has something under way is waited for.
  expect(tookMs).toBeLessThan(7_500);
  await eventually(() => expect(stage.world.unconfirmed).toBe(0));
});

test('killed after each of many updates, it answers every one', async () => {
  const asked = 6;
  for (let count = 1; count <= asked; count += 3) {
    const program = await ready();
    for (let more = 0; more < 3; more += 1) say('/list');
    await eventually(() => expect(answers()).toBeGreaterThanOrEqual(count));
    program.signal('SIGKILL');
    await program.ended;
  }
  const program = await ready();

  await eventually(() => expect(answers()).toBeGreaterThanOrEqual(asked));
  await eventually(() => expect(stage.world.unconfirmed).toBe(0));
  // Each kill may leave one that was answered and not yet written down so.
  expect(answers()).toBeLessThanOrEqual(asked + 2);
  program.signal('SIGTERM');
  await program.ended;
});
