import { afterEach, expect, test } from 'vitest';
import { createPages, type Pages } from '../../src/relay/pages.ts';
import { createReadEntry } from '../../src/relay/readentry.ts';
import { entryOf } from '../article/entries.ts';

const PARAGRAPH =
  '<p>The harbour is open again, and ships may enter by night as well as by day.</p>';

let pages: Pages;

afterEach(() => pages.stop());

/** Milliseconds that this thread itself has worked meanwhile: a busy machine does not count. */
async function workedDuring(task: Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await task;
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

test('a giant is read whole, outside of the event loop', async () => {
  pages = createPages();
  const read = createReadEntry(pages);
  const giant = entryOf(PARAGRAPH.repeat(10_000));
  // The thread starts with the first giant.
  await read(entryOf(PARAGRAPH.repeat(1_000)), { repeated: new Set() });

  const reading = read(giant, { repeated: new Set() });
  const workedMs = await workedDuring(reading);

  expect((await reading).markdown.length).toBeGreaterThan(700_000);
  expect(workedMs).toBeLessThan(50);
});

test('of a giant that takes too long the beginning is read', async () => {
  pages = createPages({ readMs: 1, idleMs: 1_000, memoryMb: 256 });

  const { markdown } = await createReadEntry(pages)(entryOf(PARAGRAPH.repeat(10_000)), {
    repeated: new Set(),
  });

  expect(markdown).toContain('The harbour is open again');
  expect(markdown.length).toBeLessThan(25_000);
});

test('what recurs in its feed leaves a giant too', async () => {
  pages = createPages();
  const footer = '<p>Written by hand.</p>';

  const { markdown } = await createReadEntry(pages)(entryOf(PARAGRAPH.repeat(1_000) + footer), {
    repeated: new Set(['writtenbyhand']),
  });

  expect(markdown.endsWith('by day.')).toBe(true);
});
