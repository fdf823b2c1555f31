import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { startProgram } from '../program.ts';
import { setProgramStage } from '../programstage.ts';

test('a second process on the same file waits, and takes over when the first has died', async () => {
  const { folder, settings } = await setProgramStage();
  const first = startProgram({ folder, env: settings() });
  await first.event('app.ready');

  const second = startProgram({ folder, env: settings() });
  await second.event('app.ready');
  const roles = ({ logged }: typeof first, event: string) =>
    logged.filter((line) => line.event === event).map(({ role }) => role);
  expect(roles(first, 'role.taken')).toEqual(['bot', 'deliver']);
  await vi.waitFor(() => expect(roles(second, 'role.waiting')).toEqual(['bot', 'deliver']), 10_000);
  // A beat of the first: there is something that the second might take.
  await sleep(1_500);
  expect(roles(second, 'role.taken')).toEqual([]);
  const killedAt = performance.now();
  first.signal('SIGKILL');
  await second.event('role.taken');

  // The machine itself knows that it has died: by its silence alone the other would learn it in a minute.
  expect(performance.now() - killedAt).toBeLessThan(25_000);
  second.signal('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0 });
});
