import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { GAZETTE, visit } from './visit.ts';

describe.skipIf(!hasChromium)('a first visit', () => {
  test('leads from Start over the catalogue to a post with its picture, which comes by itself', async () => {
    const { page, tap, key, message, print } = await visit();

    await page.getByTestId('start').click();
    await tap('Browse feeds');
    await tap(GAZETTE);
    await key(`✓ ${GAZETTE}`).waitFor();
    const told = await page.getByTestId('toast').textContent();
    const title = print();
    await message(title).waitFor();

    expect(told).toMatch(/The Sandrey Gazette now\. What is new will come here\.$/);
    const picture = message(title).locator('.picture img');
    await expect
      .poll(() =>
        picture.evaluate((it) => (it as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBe(1200);
    expect(await message(title).locator('strong').textContent()).toBe(title);
    expect(await key('Open').getAttribute('href')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/en\//);
  });

  test('/latest shows the three newest posts, the newest last', async () => {
    const { say, follow, posts, playground } = await visit();
    await follow();
    const before = await posts().count();

    await say('/latest');
    await expect.poll(() => posts().count()).toBe(before + 3);

    const titles = playground.site
      .articles()
      .filter(({ section }) => section === 'en')
      .map(({ title }) => title);
    const shown = await posts().locator('.words strong').allTextContents();
    expect(shown.slice(before)).toEqual(titles.slice(-3));
  });

  test('Read opens the article, which turns into plain text and back', async () => {
    const { page, follow, tap, playground } = await visit();
    const reader = page.getByTestId('reader');
    await follow();

    await tap('Read');
    await reader.waitFor();
    const title = await reader.locator('h1').textContent();
    await tap('Plain text');
    await reader.waitFor({ state: 'detached' });
    const plain = await page.getByTestId('message').last().locator('.words').textContent();
    await tap('Formatted');
    await reader.waitFor();

    expect(playground.site.articles().map((article) => article.title)).toContain(title);
    expect(plain).toContain(title);
    expect(await reader.locator('h1').textContent()).toBe(title);
  });

  test('the button prints an article for the open chat, and rests until it has come', async () => {
    const { page, follow, message } = await visit();
    const button = page.getByTestId('print');
    await follow();

    await button.click();
    await expect.poll(() => button.textContent()).toMatch(/^On its way: ./);
    const isResting = await button.isDisabled();
    const title = (await button.textContent())?.replace('On its way: ', '') ?? '';
    await message(title).waitFor();

    expect(isResting).toBe(true);
    await expect.poll(() => button.textContent()).toBe('Print an article now');
    expect(await button.isEnabled()).toBe(true);
  });

  test('who follows nothing is told where the article was printed', async () => {
    const { page } = await visit();

    await page.getByTestId('print').click();

    expect(await page.getByTestId('toast').textContent()).toMatch(
      /^“.+” is in .+ now\. Follow a feed here, and what is printed will come\.$/,
    );
    await expect.poll(() => page.getByTestId('print').isEnabled()).toBe(true);
  });

  test('whoever comes later sees what the bot did before', async () => {
    const { page, follow } = await visit();
    const lines = page.getByTestId('journal').locator('span');
    await follow();
    const before = await lines.allTextContents();

    await page.reload();
    await lines.first().waitFor();

    expect(before).toHaveLength(2);
    expect(await lines.allTextContents()).toEqual(before);
  });
});
