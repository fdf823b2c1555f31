import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startProgram } from '../program.ts';
import { setProgramStage } from '../programstage.ts';

test('a second process on the same file waits, and takes over when the first has died', async () => {
  const { folder, settings } = await setProgramStage();
  const first = startProgram({ folder, env: settings() });
  await first.event('app.ready');

  const second = startProgram({ folder, env: settings() });
  await second.event('app.ready');
  await sleep(1_500);
  const roles = ({ logged }: typeof first, event: string) =>
    logged.filter((line) => line.event === event).map(({ role }) => role);
  expect(roles(first, 'role.taken')).toEqual(['bot', 'deliver']);
  expect(roles(second, 'role.waiting')).toEqual(['bot', 'deliver']);
  expect(roles(second, 'role.taken')).toEqual([]);
  const killedAt = performance.now();
  first.signal('SIGKILL');
  await second.event('role.taken');

  // The machine itself knows that it has died.
  expect(performance.now() - killedAt).toBeLessThan(6_000);
  second.signal('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0 });
});
