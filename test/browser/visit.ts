import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { ofTheMachine } from '../../src/app/surroundings.ts';
import { createLog } from '../../src/log.ts';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { hasChromium, openChromium } from './chromium.ts';

export const GAZETTE = 'The Sandrey Gazette';
export const GAZETTE_FEED = '/feeds/world.xml';

/** Somebody before the page of a playground of their own, in which the paper prints only when told to. */
export type Visit = {
  page: Page;
  playground: Playground;
  /** Types a line, and Enter. */
  say(text: string): Promise<void>;
  /** The newest button with that label under a message. */
  key(label: string): Locator;
  tap(label: string): Promise<void>;
  openChat(title: string): Promise<void>;
  /** Throws the switch with that label. */
  turn(label: string): Promise<void>;
  message(words: string | RegExp): Locator;
  /** Posts in the open chat: what can be read on. */
  posts(): Locator;
  /** The open chat follows the Gazette. */
  follow(): Promise<void>;
  /** The Gazette prints; answers the title. */
  print(): string;
};

type Begun = { playground: Playground; page: Page; complaints: string[]; lines: string[] };

/** How much of the log goes with a failure. */
const LINES_TOLD = 30;
const NEVER_MS = 24 * 3_600_000;
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const begun: Begun[] = [];
let browser: Browser | undefined;

if (!hasChromium) {
  console.error(
    'There is no Chromium here (see CHROMIUM_PATH): the tests of the page are skipped.',
  );
}

beforeAll(async () => {
  if (hasChromium) browser = await openChromium();
});

afterAll(() => browser?.close());

/** Whatever a test is about: the page has no errors, asks nobody outside of this machine, and the program is well. */
afterEach(async ({ task }) => {
  const complaints: string[] = [];
  for (const visit of begun.splice(0)) {
    if (task.result?.state === 'fail') await tell(visit);
    await visit.page.context().close();
    await visit.playground.stop();
    complaints.push(...visit.complaints);
  }
  expect(complaints).toEqual([]);
});

export async function visit(options: BrowserContextOptions = DESKTOP): Promise<Visit> {
  if (!browser) throw new Error('There is no browser');
  const complaints: string[] = [];
  const lines: string[] = [];
  const log = createLog((line) => {
    lines.push(line);
    if (/"event":"[\w.]+\.crashed"/.test(line)) complaints.push(line);
  }, 'info');
  const surroundings = ofTheMachine();
  const playground = await startPlayground({ port: 0, surroundings, log, everyMs: NEVER_MS });
  const page = await browser.newPage(options);
  begun.push({ playground, page, complaints, lines });
  page.setDefaultTimeout(25_000);
  complainAbout(page, complaints);
  await page.goto(playground.url);
  return visitOf(page, playground);
}

/** What a test that failed saw last. */
async function tell({ page, lines }: Begun): Promise<void> {
  const messages = await page.getByTestId('message').allInnerTexts();
  console.error([...messages, ...lines.slice(-LINES_TOLD)].join('\n'));
}

function complainAbout(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'http:' || hostname !== '127.0.0.1') complaints.push(request.url());
  });
}

function visitOf(page: Page, playground: Playground): Visit {
  const key = (label: string) => page.getByTestId('key').filter({ hasText: label }).last();
  const say = async (text: string) => {
    await page.getByTestId('composer').fill(text);
    await page.getByTestId('composer').press('Enter');
  };
  const message = (words: string | RegExp) =>
    page.getByTestId('message').filter({ hasText: words }).last();
  return {
    page,
    playground,
    say,
    key,
    message,
    tap: (label) => key(label).click(),
    openChat: (title) => page.getByTestId('chat-list').getByText(title, { exact: true }).click(),
    turn: (label) => page.getByRole('switch', { name: label }).click(),
    posts: () =>
      page.getByTestId('message').filter({ has: page.getByText('Read', { exact: true }) }),
    async follow() {
      await say(`/subscribe ${GAZETTE.slice(0, 3)}`);
      await message(/follows? The Sandrey Gazette now/).waitFor();
      await key('Read').waitFor();
    },
    print: () => playground.site.publish(GAZETTE_FEED).title,
  };
}
