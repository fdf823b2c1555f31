import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { ofTheMachine, type Surroundings } from '../src/app/surroundings.ts';
import type { Playground } from '../src/playground/playground.ts';

export type Box = { x: number; y: number; width: number; height: number };

const FOLDER = new URL('pictures/', import.meta.url);
const PADDING_PX = 9;
/** What the program takes by itself; here a browser and a newspaper live in the same process. */
const MEMORY_BYTES = 118_000_000;

/** A page of the playground whose clock shows what it is there. */
export async function openPage(
  browser: Browser,
  playground: Playground,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await browser.newPage({
    ...{ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
    ...options,
  });
  await page.clock.install({ time: playground.now() });
  await page.goto(playground.url);
  await page.getByTestId('message').first().waitFor();
  return page;
}

export async function around(element: Locator): Promise<Box> {
  const { x, y, width, height } = await boxOf(element);
  const [left, top] = [x - PADDING_PX, y - PADDING_PX];
  return { x: left, y: top, width: width + 2 * PADDING_PX, height: height + 2 * PADDING_PX };
}

export async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (!box) throw new Error('What is to be taken is not to be seen');
  return box;
}

/** Writes a PNG of at most 256 colours, a third of the size, and ends the page. */
export async function save(page: Page, name: string, clip?: Box): Promise<void> {
  await page.waitForFunction('[...document.images].every((it) => it.complete)');
  await page.mouse.move(0, 0);
  const taken = await page.screenshot(clip ? { clip } : {});
  const small = await sharp(taken).png({ palette: true, effort: 10 }).toBuffer();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(new URL(`${name}.png`, FOLDER), small);
  await page.context().close();
}

/** Surroundings that are alike whenever and wherever pictures are taken. */
export function alike(startedAt: number): Surroundings {
  const machine = ofTheMachine();
  const begun = performance.now();
  const now = () => startedAt + Math.round(performance.now() - begun);
  const memoryBytes = () => MEMORY_BYTES;
  return { ...machine, clock: { ...machine.clock, now }, memoryBytes };
}
