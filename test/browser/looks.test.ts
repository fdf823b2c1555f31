import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { GAZETTE, visit } from './visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!hasChromium)('the page', () => {
  test('speaks Chinese as soon as the bot is asked to', async () => {
    const { page, tap, say, message } = await visit();
    await page.getByTestId('start').click();

    await tap('Language');
    await tap('简体中文');
    await message('从现在起我在这里说中文。').waitFor();
    await say('/help');

    await message('你可以这样问我').waitFor();
  });

  test('has a command menu for the keyboard alone', async () => {
    const { page, message } = await visit();
    await page.getByTestId('start').click();
    await message('I am your newswire').waitFor();
    const menu = page.getByTestId('command-menu');
    const selected = menu.locator('[aria-selected="true"] b');

    await page.getByTestId('composer').focus();
    await page.keyboard.type('/l');
    await menu.waitFor();
    const first = await selected.textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = await selected.textContent();
    await page.keyboard.press('Enter');
    await message('This chat follows nothing yet.').waitFor();

    expect([first, third]).toEqual(['/language', '/list']);
    expect(await menu.isHidden()).toBe(true);
    expect(await page.getByTestId('composer').inputValue()).toBe('');
  });

  test('shows one pane at a time on a phone, and nothing sticks out', async () => {
    const { page, tap, key, print, message } = await visit(PHONE);
    const back = page.getByRole('button', { name: 'To the chats' });
    const panel = page.getByTestId('panel');
    const widths: number[] = [];
    const measure = async () => void widths.push(await widthOf(page));

    await page.getByTestId('start').click();
    await tap('Browse feeds');
    await tap(GAZETTE);
    await key(`✓ ${GAZETTE}`).waitFor();
    const title = print();
    await message(title).waitFor();
    await measure();
    await tap('Read');
    await page.getByTestId('reader').waitFor();
    await measure();
    await back.click();
    await page.getByTestId('chat-list').waitFor();
    await measure();
    expect(await page.getByTestId('timeline').isVisible()).toBe(false);
    await page.getByTestId('chat-list').getByText('Morning paper').click();
    await measure();
    await page.getByTestId('open-panel').click();
    await panel.waitFor();
    await measure();
    await page.getByTestId('close-panel').click();

    expect(await panel.isVisible()).toBe(false);
    expect(await page.getByTestId('chat-title').textContent()).toBe('Morning paper');
    expect(widths).toEqual([390, 390, 390, 390, 390]);
  });

  test('has room on a phone to say who is in a chat', async () => {
    const { page, openChat } = await visit(PHONE);
    await page.getByRole('button', { name: 'To the chats' }).click();

    await openChat('Morning paper');

    const subtitle = await page.getByTestId('chat-subtitle').textContent();
    expect(subtitle).toBe('2 subscribers · the bot is an admin');
    expect(await hiddenWidthOf(page, '.head-words p')).toBe(0);
  });

  test('keeps its words readable by day and in the dark', async () => {
    const { page, follow } = await visit();
    await follow();

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await contrastOf(page, '.theirs .bubble'), colorScheme).toBeGreaterThan(10);
      expect(await contrastOf(page, '.mine .bubble'), colorScheme).toBeGreaterThan(7);
      expect(await contrastOf(page, '.print'), colorScheme).toBeGreaterThan(4.5);
    }
    const [, dark] = await coloursOf(page, '.theirs .bubble');
    expect(luminanceOf(dark)).toBeLessThan(0.05);
  });

  test('lets nothing move for those who asked for that', async () => {
    const { page, follow } = await visit({ reducedMotion: 'reduce' });
    await page.evaluate(`
      moved = [];
      for (const kind of ['animationstart', 'transitionrun']) {
        document.addEventListener(kind, ({ target }) => moved.push(target.className));
      }
    `);

    await follow();

    expect(await page.evaluate('moved')).toEqual([]);
  });

  test('keeps the newest message in sight when the window shrinks', async () => {
    const { page, follow, key } = await visit();
    await follow();

    await page.setViewportSize({ width: 900, height: 500 });

    await expect
      .poll(async () => {
        const box = await key('Read').boundingBox();
        const composer = await page.locator('#composer').boundingBox();
        return box && composer && box.y + box.height <= composer.y;
      })
      .toBe(true);
  });
});

/** How far to the right anything reaches, in pixels; what scrolls in a frame of its own is not looked at. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(`Math.max(
    ...[...document.querySelectorAll('body *:not(.table *, pre *)')]
      .map((element) => element.getBoundingClientRect().right),
  )`);
}

/** How much of its words an element cuts off, in pixels. */
function hiddenWidthOf(page: Page, selector: string): Promise<number> {
  return page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.querySelector('${selector}');
    return scrollWidth - clientWidth;
  })()`);
}

/** WCAG 2.2 contrast between the words of the last such element and its own ground. */
async function contrastOf(page: Page, selector: string): Promise<number> {
  const colours = await coloursOf(page, selector);
  const [darker = 0, lighter = 0] = colours.map(luminanceOf).toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function coloursOf(page: Page, selector: string): Promise<[words: string, ground: string]> {
  return page.evaluate(`(() => {
    const element = [...document.querySelectorAll('${selector}')].at(-1);
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  })()`);
}

function luminanceOf(colour: string): number {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => {
    const part = Number(channel) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
