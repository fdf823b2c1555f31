import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

describe.skipIf(!hasChromium)('a key that asks for a chat', () => {
  test('shows those where one may do what it is for, and goes when one is chosen', async () => {
    const { page, say, message } = await visit();
    await say('/subscribe The to a channel');

    await page.getByTestId('reply-key').filter({ hasText: 'Choose a channel' }).click();
    const chooser = page.getByTestId('chooser');
    const offered = await chooser.locator('.choice').allInnerTexts();
    await chooser.getByText('Morning paper').click();
    await message(/Morning paper follows The Sandrey Gazette now/).waitFor();

    expect(offered.map((it) => it.split('\n').at(-1))).toEqual(['Morning paper']);
    expect(await page.getByTestId('reply-key').count()).toBe(0);
    expect(await chooser.count()).toBe(0);
  });
});

describe.skipIf(!hasChromium)('a reaction', () => {
  test('is given with a tap beside a post, stands below it, and goes with another tap', async () => {
    const { page, follow, message, posts } = await visit();
    await follow();
    const post = posts().last();
    await post.hover();
    const thumb = post.getByRole('button', { name: 'React with 👎' });

    await thumb.click();

    expect(await post.getByTestId('reactions').innerText()).toBe('👎 1');
    await message(/The Sandrey Gazette — live/).waitFor();
    await post.hover();
    await thumb.click();
    await expect.poll(() => page.getByTestId('reactions').count()).toBe(0);
  });
});
