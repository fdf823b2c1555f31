import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model.ts';
import { TEXT_LIMIT } from '../../src/post/limits.ts';
import { renderPost } from '../../src/post/render.ts';
import { isVisible } from '../../src/post/text.ts';
import type { PostView } from '../../src/post/words.ts';
import { spentMs } from '../cpu.ts';
import { anyView, BUTTONS, STYLES } from './looks.ts';
import { anyArticle, articleOf } from './samples.ts';
import { openStrictTelegram, RUNS, TIMEOUT_MS } from './strict.ts';

const view: PostView = {
  ...{ style: 'picture', summary: 'normal', hashtags: 'on', template: null },
  ...{ source: 'The Paper', category: null, timeZone: 'UTC', locale: 'en-GB', buttons: BUTTONS },
};

const MEGABYTE = 1024 * 1024;
const UNSEEN = [
  '',
  '\ud83d',
  '\ude00\ud83d',
  '\u200b',
  '\u200f\u200e',
  '\u2800',
  '\u3164',
  '\u0333',
  '\u{e0041}',
  ' \n\t\u0000',
];
const HUGE = ['a', 'word ', '😀', '\ud83d', '\u200b', 'a\u0301', '/start ', '\u200f', 'á. ', '中'];

describe('the last rung', () => {
  test('is a text of its own that Telegram takes, whatever the article and the look', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const telegram = await openStrictTelegram();
    const property = fc.asyncProperty(anyArticle, anyView, async (article, look) => {
      await expectSound(telegram, article, look);
    });

    await fc.assert(property, { numRuns: RUNS });
  });

  test.each(UNSEEN)('is never empty where everything says %j', async (nothing) => {
    const telegram = await openStrictTelegram();
    const silent = { title: nothing, lead: nothing, author: nothing, markdown: nothing };
    const article = articleOf({ ...silent, link: null, published: null, categories: [nothing] });
    const look = { ...view, source: nothing, category: nothing, also: nothing };

    await expectSound(telegram, article, look);
    await expectSound(telegram, article, { ...look, template: `{author}${nothing}` });
  });

  test.each(HUGE)(
    'is never too long, and made at once, where everything is a megabyte of %j',
    async (part) => {
      const telegram = await openStrictTelegram();
      const huge = part.repeat(MEGABYTE / part.length);
      const article = articleOf({
        title: huge,
        lead: huge,
        author: huge,
        link: `https://a.example/${huge}`,
      });
      const before = spentMs();

      await expectSound(telegram, article, { ...view, source: huge, category: huge, also: huge });

      expect(spentMs() - before).toBeLessThan(2_000);
    },
  );
});

test('is reached when Telegram refuses everything else, for whatever reason', {
  timeout: TIMEOUT_MS,
}, async () => {
  const reasons = [
    { error_code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' },
    { error_code: 400, description: 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN' },
    { error_code: 400, description: 'Bad Request: BUTTON_URL_INVALID' },
    { error_code: 400, description: "Bad Request: can't parse entities" },
    { error_code: 400, description: 'Bad Request: RICH_MESSAGE_CONTENT_REQUIRED' },
    { error_code: 400, description: 'Bad Request: SOMETHING_NEW' },
    { error_code: 404, description: 'Not Found: method not found' },
    { error_code: 413, description: 'Request Entity Too Large' },
  ];
  let refusals = 0;
  const telegram = await openStrictTelegram(({ method, payload }) => {
    if (method === 'sendMessage' && !payload.entities && !payload.reply_markup) return null;
    refusals += 1;
    return { ok: false, ...(reasons[refusals % reasons.length] as (typeof reasons)[number]) };
  });
  const property = fc.asyncProperty(anyArticle, anyView, async (article, look) => {
    const outcome = await telegram.send(renderPost(article, look));
    expect(outcome).toMatchObject({ kind: 'sent', rung: 'plain' });
  });

  await fc.assert(property, { numRuns: RUNS });
  expect(refusals).toBeGreaterThan(RUNS);
});

type Telegram = Awaited<ReturnType<typeof openStrictTelegram>>;

async function expectSound(telegram: Telegram, article: Article, look: PostView): Promise<void> {
  for (const style of STYLES) {
    const rung = renderPost(article, { ...look, style }).rungs.at(-1);
    if (rung?.kind !== 'plain') throw new Error(`The last rung is ${rung?.kind}`);
    expect(isVisible(rung.text)).toBe(true);
    expect(rung.text.length).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(await telegram.faultsOf(rung)).toEqual([]);
  }
}
