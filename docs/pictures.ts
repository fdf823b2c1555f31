import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { createLog } from '../src/log.ts';
import { startPlayground } from '../src/playground/playground.ts';
import { CHANNEL, FORUM, GROUP, YOU } from '../src/playground/townspeople.ts';
import { openChromium } from '../test/browser/chromium.ts';
import { alike, around, boxOf, openPage, save } from './camera.ts';

// `npm run pictures` takes the pictures of the documents anew, from a playground whose clock always starts alike.

const BEGUN_AT = Date.UTC(2026, 10, 25, 9, 30);
const NEVER_MS = 365 * 24 * 3_600_000;
/** Two rounds of looking for what is new. */
const COLLECTED_MS = 5_000;
const GAZETTE = '/feeds/world.xml';
const ARABIC = '/feeds/ar.xml';
const SHARP = { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 2 };
const TALL = { viewport: { width: 1280, height: 1010 }, deviceScaleFactor: 2 };
const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true };

const log = createLog((line) => console.error(line), 'error');
const playground = await startPlayground({
  ...{ port: 0, log, everyMs: NEVER_MS },
  surroundings: alike(BEGUN_AT),
});
const browser = await openChromium();
const { world } = playground.telegram;
try {
  await furnish();
  await takePost();
  await takeChats();
  await takeReaders();
  await takeTalk();
  await takeArabic();
  await takeTour();
  await takeLatest();
  await takeDigest();
} finally {
  await browser.close();
  await playground.stop();
}

/** Everybody follows something, and every chat has got a post. */
async function furnish(): Promise<void> {
  const [news, local] = world.snapshot().chats.find(({ id }) => id === FORUM)?.topics ?? [];
  await say(YOU, '/start', /newswire/);
  await say(YOU, '/subscribe The', /waiting list for rain/);
  await say(YOU, '/subscribe The to @morning_paper', /Morning paper follows/);
  await say(YOU, '/subscribe 沙雷', /沙雷小报 · /);
  await say(GROUP, '/subscribe The', /waiting list for rain/);
  await say(FORUM, '/subscribe The', /waiting list for rain/, news?.id);
  await say(FORUM, '/subscribe La Gazette', /Gazette de Sandrey · /, local?.id);
  const { title } = playground.site.publish(GAZETTE);
  for (const chatId of [YOU, CHANNEL, GROUP, FORUM]) await seen(chatId, new RegExp(title));
}

async function say(chatId: number, text: string, answer: RegExp, threadId?: number) {
  world.say({ userId: YOU, chatId, text, ...(threadId !== undefined && { threadId }) });
  await seen(chatId, answer);
}

/** Waits until the newest message of a chat reads like that. */
async function seen(chatId: number, words: RegExp): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [last] = world.messages(chatId).slice(-1);
    if (words.test(last?.text ?? last?.caption ?? '')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing like ${words} came into the chat ${chatId}`);
}

async function takePost(): Promise<void> {
  const page = await open(SHARP);
  await save(page, 'post', await around(lastPost(page).locator('.column')));
}

async function takeChats(): Promise<void> {
  const dark = await open({ ...WIDE, colorScheme: 'dark' });
  await openChat(dark, 'Telewire');
  await save(dark, 'dark');
  const phone = await open(PHONE);
  await openChat(phone, 'Morning paper');
  await save(phone, 'phone');
  const darkPhone = await open({ ...PHONE, colorScheme: 'dark' });
  await openChat(darkPhone, 'Book club');
  await save(darkPhone, 'phone-dark');
  const channel = await open(WIDE);
  await openChat(channel, 'Morning paper');
  await save(channel, 'channel');
  const topics = await open(WIDE);
  await openChat(topics, 'Neighbourhood');
  await topics.getByTestId('close-panel').click();
  await save(topics, 'topics');
}

async function takeReaders(): Promise<void> {
  const page = await open(SHARP);
  await tap(page, 'Read');
  const reader = page.getByTestId('message').filter({ has: page.getByTestId('reader') });
  await reader.waitFor();
  const box = await around(reader.locator('.column'));
  const timeline = await boxOf(page.getByTestId('timeline'));
  await save(page, 'reader', { ...box, height: timeline.y + timeline.height - box.y });

  const group = await open(SHARP);
  await openChat(group, 'Book club');
  await tap(group, 'Read');
  await group.getByTestId('only-you').waitFor();
  await save(group, 'group', await boxOf(group.locator('.middle')));
}

/** What the bot answers to commands. */
async function takeTalk(): Promise<void> {
  const owner = await open(TALL);
  await type(owner, '/feeds', /feeds in the catalogue/);
  await type(owner, '/status', /Running for/);
  await save(owner, 'owner', await boxOf(owner.locator('.middle')));

  const settings = await open(TALL);
  await type(settings, '/settings', /How posts look/);
  await tap(settings, 'Whole article');
  await settings.getByTestId('key').filter({ hasText: '✓ Whole article' }).last().waitFor();
  const card = settings.getByTestId('message').filter({ hasText: /How posts look/ });
  await save(settings, 'settings', await around(card.last().locator('.column')));
  await say(YOU, '/settings', /How posts look/);

  const search = await open(SHARP);
  await tap(search, 'Picture');
  await search.getByTestId('key').filter({ hasText: '✓ Picture' }).last().waitFor();
  await type(search, '/search library', /with “library”/);
  const found = search.getByTestId('message').filter({ hasText: /with “library”/ });
  await save(search, 'search', await around(found.last().locator('.column')));
}

async function takeArabic(): Promise<void> {
  await say(YOU, '/subscribe جريدة', /2026.*ساندري/);
  const { title } = playground.site.publish(ARABIC);
  await seen(YOU, new RegExp(title));
  const page = await open(PHONE);
  await save(page, 'arabic');
}

async function takeTour(): Promise<void> {
  const page = await open(WIDE);
  await page.goto(`${playground.url}?tour`);
  await page.getByRole('button', { name: 'Show me' }).click();
  await page.clock.fastForward(1_000);
  await page.getByTestId('tour-seen').waitFor();
  await page.clock.fastForward(1_000);
  await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
  await save(page, 'tour');
}

async function takeLatest(): Promise<void> {
  const page = await open({ ...WIDE, viewport: { width: 1280, height: 1500 } });
  const before = await page.getByTestId('message').count();
  await type(page, '/latest 2 The', /\/latest/);
  await page
    .getByTestId('message')
    .nth(before + 2)
    .waitFor();
  await save(page, 'latest', await boxOf(page.locator('.middle')));
}

/** Time leaps here: this is the last one. */
async function takeDigest(): Promise<void> {
  await say(YOU, '/digest daily 18:00', /A digest comes daily/);
  for (const feed of [GAZETTE, GAZETTE, ARABIC, '/feeds/zh.xml']) playground.site.publish(feed);
  await new Promise((resolve) => setTimeout(resolve, COLLECTED_MS));
  playground.leap(9 * 3_600_000);
  await seen(YOU, /Digest of/);
  const page = await open(SHARP);
  const digest = page.getByTestId('message').filter({ hasText: /Digest of/ });
  await save(page, 'digest', await around(digest.last().locator('.column')));
}

function open(options: BrowserContextOptions): Promise<Page> {
  return openPage(browser, playground, options);
}

async function type(page: Page, text: string, answer: RegExp): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('composer').press('Enter');
  await page.getByTestId('message').filter({ hasText: answer }).last().waitFor();
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
