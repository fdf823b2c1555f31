import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

describe.skipIf(!hasChromium)('in groups, topics and channels', () => {
  test('an article opened in a group is seen by who opened it, and by nobody else', async () => {
    const { page, openChat, follow, tap } = await visit();
    const reader = page.getByTestId('reader');
    await openChat('Book club');
    await follow();

    await tap('Read');
    await reader.waitFor();
    const note = await page.getByTestId('only-you').textContent();
    await page.getByTestId('writing-as').selectOption({ label: 'Write as Mina 米娜' });
    await reader.waitFor({ state: 'detached' });
    await openChat('Book club');

    expect(note).toContain('Only you see this');
    expect(await page.getByTestId('message').count()).toBe(3);
    expect(await reader.count()).toBe(0);
  });

  test('a group that becomes a supergroup keeps getting its posts', async () => {
    const { page, openChat, follow, turn, print, message } = await visit();
    await openChat('Book club');
    await follow();

    await turn('Become a supergroup');
    await page.getByTestId('service').filter({ hasText: 'became a supergroup' }).waitFor();
    const title = print();
    await message(title).waitFor();

    expect(await page.getByTestId('chat-title').textContent()).toBe('Book club');
    expect(await page.getByRole('switch', { name: 'Become a supergroup' }).count()).toBe(0);
  });

  test('a topic gets its posts, and its neighbour none of them', async () => {
    const { page, openChat, follow, print, message } = await visit();
    await openChat('World news');
    await follow();

    await openChat('Local news');
    const title = print();
    const unread = page.getByRole('button', { name: 'World news' }).getByLabel('1 unread');
    await unread.waitFor();
    const inLocal = await page.getByTestId('message').count();
    await openChat('World news');
    await message(title).waitFor();

    expect(inLocal).toBe(0);
    expect(await page.getByTestId('chat-title').textContent()).toBe('Neighbourhood › World news');
  });

  test('Read under a channel post opens the article in the private chat', async () => {
    const { page, say, openChat, print, message, tap } = await visit();
    await page.getByTestId('start').click();
    await say('/subscribe The to @morning_paper');
    await message('Morning paper follows The Sandrey Gazette now.').waitFor();

    await openChat('Morning paper');
    const title = print();
    await message(title).waitFor();
    await tap('Read');
    await page.getByTestId('reader').waitFor();

    expect(await page.getByTestId('chat-title').textContent()).toBe('Telewire');
    expect(await page.getByTestId('reader').locator('h1').textContent()).toBe(title);
  });
});
