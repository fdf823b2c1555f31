import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

describe.skipIf(!hasChromium)('when Telegram is hard on the bot', () => {
  test('a refused picture makes the post a text with a large preview', async () => {
    const { page, follow, turn, print, message } = await visit();
    await follow();

    await turn('Refuse pictures');
    const title = print();
    const preview = message(title).getByTestId('preview');
    await preview.waitFor();

    expect(await preview.getAttribute('data-size')).toBe('large');
    expect(await message(title).locator('.bubble > .picture').count()).toBe(0);
    expect(await page.getByTestId('refusal').first().textContent()).toContain(
      'Telegram refused the picture: Bad Request: IMAGE_PROCESS_FAILED',
    );
  });

  test('whoever blocks the bot and returns is welcomed, and gets what was missed', async () => {
    const { follow, openChat, turn, print, message, page } = await visit();
    await openChat('Book club');
    await follow();
    await openChat('Telewire');
    await page.getByTestId('start').click();
    await follow();

    await turn('Block the bot');
    const title = print();
    await openChat('Book club');
    await message(title).waitFor();
    await openChat('Telewire');
    const missed = await message(title).count();
    await turn('Block the bot');
    await message('Welcome back.').waitFor();
    await message(title).waitFor();

    expect(missed).toBe(0);
  });

  test('a flood holds a post back, and it comes when the flood is over', async () => {
    const { page, follow, turn, print, message } = await visit();
    await follow();

    await turn('Slow down');
    const title = print();
    const refusal = page.getByTestId('refusal').filter({ hasText: 'Too Many Requests' });
    await refusal.first().waitFor();
    const held = await message(title).count();
    await turn('Slow down');
    await message(title).waitFor();

    expect(held).toBe(0);
    expect(await message(title).count()).toBe(1);
  });
});
