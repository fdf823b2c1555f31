import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

describe.skipIf(!hasChromium)('inline mode', () => {
  test('words after the bot’s name find articles, and a tap shares one', async () => {
    const { page, say, follow, message } = await visit();
    await follow();
    await say('/latest');
    const composer = page.getByTestId('composer');
    const results = page.getByTestId('inline-result');

    await composer.fill('@telewire_bot ');
    await results.first().waitFor();
    const title = (await results.first().locator('b').textContent()) ?? '';
    await composer.fill(`@telewire_bot ${title}`);
    await expect.poll(() => results.first().locator('b').textContent()).toBe(title);
    await composer.press('Enter');

    const shared = message('via @telewire_bot').last();
    await shared.waitFor();
    expect(await shared.textContent()).toContain(title);
    expect(await page.getByTestId('inline-menu').isVisible()).toBe(false);
    expect(await composer.inputValue()).toBe('');
  });
});
