import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { ofTheMachine, type Surroundings } from '../src/app/surroundings.ts';
import { createLog } from '../src/log.ts';
import { type Playground, startPlayground } from '../src/playground/playground.ts';
import { CHANNEL, GROUP, YOU } from '../src/playground/townspeople.ts';
import { openChromium } from '../test/browser/chromium.ts';

// `npm run pictures` takes the pictures of the documents anew, from a playground whose clock always starts alike.

const FOLDER = new URL('pictures/', import.meta.url);
const BEGUN_AT = Date.UTC(2026, 10, 25, 9, 30);
const NEVER_MS = 24 * 3_600_000;
const PADDING_PX = 9;
const GAZETTE = '/feeds/world.xml';
const SHARP = { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 2 };
const TALL = { viewport: { width: 1280, height: 1010 }, deviceScaleFactor: 2 };
const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true };

const log = createLog((line) => console.error(line), 'error');
const playground = await startPlayground({
  ...{ port: 0, log, everyMs: NEVER_MS },
  surroundings: withClockFrom(BEGUN_AT),
});
const browser = await openChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  await furnish(playground);
  await takePost(await open(browser, SHARP));
  await takeDark(await open(browser, { ...WIDE, colorScheme: 'dark' }));
  await takePhone(await open(browser, PHONE));
  await takeChannel(await open(browser, WIDE));
  await takeReader(await open(browser, SHARP));
  await takeGroup(await open(browser, SHARP));
  await takeOwner(await open(browser, TALL));
  await takeSettings(await open(browser, TALL));
} finally {
  await browser.close();
  await playground.stop();
}

/** Everybody follows something, and every chat has got a post. */
async function furnish({ telegram, site }: Playground): Promise<void> {
  await say(YOU, '/start', /newswire/);
  await say(YOU, '/subscribe The', /waiting list for rain/);
  await say(YOU, '/subscribe The to @morning_paper', /Morning paper follows/);
  await say(YOU, '/subscribe 沙雷', /沙雷小报 · /);
  await say(GROUP, '/subscribe The', /waiting list for rain/);
  const { title } = site.publish(GAZETTE);
  for (const chatId of [YOU, CHANNEL, GROUP]) await seen(chatId, new RegExp(title));

  async function say(chatId: number, text: string, answer: RegExp): Promise<void> {
    telegram.world.say({ userId: YOU, chatId, text });
    await seen(chatId, answer);
  }
}

async function seen(chatId: number, words: RegExp): Promise<void> {
  const { world } = playground.telegram;
  for (let tries = 0; tries < 300; tries += 1) {
    const [last] = world.messages(chatId).slice(-1);
    if (words.test(last?.text ?? last?.caption ?? '')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing like ${words} came into the chat ${chatId}`);
}

async function takePost(page: Page): Promise<void> {
  await save(page, 'post', await around(lastPost(page).locator('.column')));
}

async function takeReader(page: Page): Promise<void> {
  await tap(page, 'Read');
  const reader = page.getByTestId('message').filter({ has: page.getByTestId('reader') });
  await reader.waitFor();
  const box = await around(reader.locator('.column'));
  const timeline = await boxOf(page.getByTestId('timeline'));
  const height = timeline.y + timeline.height - box.y;
  await save(page, 'reader', { ...box, height });
}

async function takeGroup(page: Page): Promise<void> {
  await openChat(page, 'Book club');
  await tap(page, 'Read');
  await page.getByTestId('only-you').waitFor();
  await save(page, 'group', await boxOf(page.locator('.middle')));
}

async function takeChannel(page: Page): Promise<void> {
  await openChat(page, 'Morning paper');
  await save(page, 'channel');
}

async function takeDark(page: Page): Promise<void> {
  await openChat(page, 'Telewire');
  await save(page, 'dark');
}

async function takePhone(page: Page): Promise<void> {
  await openChat(page, 'Morning paper');
  await save(page, 'phone');
}

async function takeOwner(page: Page): Promise<void> {
  for (const command of ['/feeds', '/status']) {
    await page.getByTestId('composer').fill(command);
    await page.getByTestId('composer').press('Enter');
    await page.getByTestId('message').filter({ hasText: command }).waitFor();
  }
  await page.getByTestId('message').filter({ hasText: 'Running for' }).waitFor();
  await save(page, 'owner', await boxOf(page.locator('.middle')));
}

async function takeSettings(page: Page): Promise<void> {
  await page.getByTestId('composer').fill('/settings');
  await page.getByTestId('composer').press('Enter');
  await tap(page, 'Whole article');
  await page.getByTestId('key').filter({ hasText: '✓ Whole article' }).last().waitFor();
  await save(page, 'settings', await boxOf(page.locator('.middle')));
}

async function open(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({
    ...{ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
    ...options,
  });
  await page.clock.install({ time: playground.telegram.world.calls.at(-1)?.at ?? BEGUN_AT });
  await page.goto(playground.url);
  await page.getByTestId('message').first().waitFor();
  return page;
}

async function openChat(page: Page, title: string): Promise<void> {
  const back = page.getByRole('button', { name: 'To the chats' });
  if (await back.isVisible()) await back.click();
  await page.getByTestId('chat-list').getByText(title, { exact: true }).click();
  await lastPost(page).waitFor();
}

function tap(page: Page, label: string): Promise<void> {
  return page.getByTestId('key').filter({ hasText: label }).last().click();
}

function lastPost(page: Page): Locator {
  return page.getByTestId('message').filter({ hasText: 'Read' }).last();
}

type Box = { x: number; y: number; width: number; height: number };

async function around(element: Locator): Promise<Box> {
  const { x, y, width, height } = await boxOf(element);
  const [left, top] = [x - PADDING_PX, y - PADDING_PX];
  return { x: left, y: top, width: width + 2 * PADDING_PX, height: height + 2 * PADDING_PX };
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (!box) throw new Error('What is to be taken is not to be seen');
  return box;
}

/** Writes a PNG of at most 256 colours, a third of the size, and ends the page. */
async function save(page: Page, name: string, clip?: Box): Promise<void> {
  await page.waitForFunction('[...document.images].every((it) => it.complete)');
  await page.mouse.move(0, 0);
  const taken = await page.screenshot(clip ? { clip } : {});
  const small = await sharp(taken).png({ palette: true, effort: 10 }).toBuffer();
  await writeFile(new URL(`${name}.png`, FOLDER), small);
  await page.context().close();
}

/** The machine's surroundings at another time. */
function withClockFrom(startedAt: number): Surroundings {
  const machine = ofTheMachine();
  const begun = performance.now();
  const now = () => startedAt + Math.round(performance.now() - begun);
  return { ...machine, clock: { ...machine.clock, now } };
}
