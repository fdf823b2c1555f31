import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true };

describe.skipIf(!hasChromium)('the tour on the page', () => {
  test.each([
    ['a wide page', {}],
    ['a phone', PHONE],
  ])(
    'on %s leads from Start to a post, does each step when asked, and may be left',
    async (_, options) => {
      const { page } = await visit(options);
      const title = page.getByTestId('tour-title');
      const key = (name: string) =>
        page.getByTestId('tour').getByRole('button', { name, exact: true });
      const seen: string[] = [];

      await page.getByTestId('take-tour').click();
      for (let step = 1; step <= 4; step += 1) {
        seen.push((await title.textContent()) ?? '');
        await key('Show me').click();
        await key('Next').waitFor();
        expect(await page.getByTestId('tour-missed').count()).toBe(0);
        await key('Next').click();
      }
      await key('Skip').click();
      seen.push((await title.textContent()) ?? '');
      await key('End the tour').click();

      expect(seen).toEqual([
        '1 of 14 · Start',
        '2 of 14 · Browse',
        '3 of 14 · Subscribe',
        '4 of 14 · A post arrives',
        '6 of 14 · Read',
      ]);
      expect(await page.getByTestId('tour').isHidden()).toBe(true);
      expect(await page.locator('.picture img').count()).toBe(1);
    },
  );

  test('a digest comes when the clock of the page is turned to eight in the morning', async () => {
    const { page, say, follow, message, print, playground } = await visit();
    await follow();
    await say('/digest daily 08:00');
    await message(/A digest comes daily/).waitFor();
    const title = print();
    const before = playground.now();
    await page.waitForTimeout(5_000);

    await page.getByTestId('clock').getByRole('button', { name: 'To 8:00' }).click();
    await message(/Digest of/).waitFor();

    expect(await message(/Digest of/).textContent()).toContain(title);
    expect(playground.now() - before).toBeGreaterThan(60_000);
    await expect.poll(() => page.getByTestId('time').textContent()).toMatch(/8:00/);
  });
});
