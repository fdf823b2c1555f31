import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

const FIRST = 'It began on a Monday.';
const LAST = 'So it ended on a Friday.';
/** More than two rich messages hold, and four pages of text. */
const LONG = [
  FIRST,
  ...Array.from({ length: 160 }, (_, it) => `${it}. ${'word '.repeat(20)}`),
  LAST,
]
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('');

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

/** What the person sees of an article in that chat's last message. */
const shown = (chatId: number) => {
  const { text, rich_message: rich } = stage.last(chatId);
  return text ?? JSON.stringify(rich);
};

async function followPaper(chatId: number, entry: { html?: string; picture?: string } = {}) {
  stage.paper.print({ id: 'story', ...entry });
  await stage.say(ANNA, chatId, `/subscribe ${stage.paper.feedUrl}`);
}

/** A press that the bot hears of only after the time in which it may answer one person alone. */
async function pressLate(userId: number, chatId: number) {
  stage.presses += 1;
  const { message_id: messageId, reply_markup: markup } = stage.last(chatId);
  const data = markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  const answered = stage.telegram.press({ userId, chatId, messageId, data });
  await stage.clock.advance(16_000, async () => {});
  await stage.settle();
  return answered;
}

test('the Read button opens the article below the post in a private chat', async () => {
  await followPaper(ANNA);

  await stage.press(ANNA, ANNA, 'Read');

  expect(stage.last(ANNA).rich_message).toBeDefined();
  expect(shown(ANNA)).toContain('This is what happened with story');
});

test('a long article comes whole, in rich messages one after another', async () => {
  await followPaper(ANNA, { html: LONG });

  await stage.press(ANNA, ANNA, 'Read');

  const rich = stage.messages(ANNA).filter((it) => it.rich_message);
  expect(rich.length).toBeGreaterThan(1);
  expect(JSON.stringify(rich[0]?.rich_message)).toContain(FIRST);
  expect(shown(ANNA)).toContain(LAST);
});

test('its plain text has pages that go round, and leads back to the formatted one', async () => {
  await followPaper(ANNA, { html: LONG });
  await stage.press(ANNA, ANNA, 'Read');
  await stage.press(ANNA, ANNA, 'Plain text');
  const [, here] = stage.buttons(ANNA);
  const count = Number(here?.split(' / ')[1]);
  expect(count).toBeGreaterThan(3);
  expect(shown(ANNA)).toContain(FIRST);

  await stage.press(ANNA, ANNA, '‹');
  expect(stage.buttons(ANNA)[1]).toBe(`${count} / ${count}`);
  expect(shown(ANNA)).toContain(LAST);
  await stage.press(ANNA, ANNA, `${count} / ${count}`);
  await stage.press(ANNA, ANNA, '›');
  expect(stage.buttons(ANNA)[1]).toBe(`1 / ${count}`);

  await stage.press(ANNA, ANNA, 'Formatted');
  expect(stage.last(ANNA).rich_message).toBeDefined();
});

test('a page far behind the last, as a forged button may ask for, is the last', async () => {
  await followPaper(ANNA, { html: LONG });
  const read = stage.last(ANNA).reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  await stage.press(ANNA, ANNA, 'Read');

  await stage.forge(ANNA, ANNA, `${read.replace('r:', 'rp:')}:99999999999999999999`);
  expect(stage.buttons(ANNA)[1]).toMatch(/^(\d+) \/ \1$/);
  expect(shown(ANNA)).toContain(LAST);
  await stage.forge(ANNA, ANNA, `${read.replace('r:', 'rb:')}:99999999999999999999`);
  expect(stage.buttons(ANNA)[0]).toBe('‹ Back');
  expect(shown(ANNA)).toContain(LAST);
});

test('where rich messages are refused the article comes as text', async () => {
  await followPaper(ANNA, { html: LONG });
  const unknown = { error_code: 404, description: 'Not Found: method not found' };
  stage.telegram.failNext({ method: 'sendRichMessage' }, unknown);

  await stage.press(ANNA, ANNA, 'Read');

  expect(shown(ANNA)).toContain(FIRST);
  expect(stage.buttons(ANNA)).toContain('Formatted');
});

test('in a group only who pressed Read sees the article', async () => {
  await followPaper(GROUP);

  await stage.press(BEN, GROUP, 'Read');

  const article = stage.last(GROUP);
  expect(article.receiver_user?.id).toBe(BEN);
  expect(shown(GROUP)).toContain('This is what happened with story');
});

test('the pages of a long article in a group stay with who reads it', async () => {
  await followPaper(GROUP, { html: LONG });
  await stage.press(BEN, GROUP, 'Read');
  await stage.press(BEN, GROUP, 'Next ›');
  expect(stage.buttons(GROUP)[0]).toBe('‹ Back');
  const before = stage.messages(GROUP).length;

  // A page of text is longer than what an ephemeral message can be changed into: it comes below.
  await stage.press(BEN, GROUP, 'Plain text');

  expect(shown(GROUP)).toContain(FIRST);
  const fresh = stage.messages(GROUP).slice(before);
  expect(fresh.map((it) => it.receiver_user?.id)).toEqual([BEN]);
});

test('a press that Telegram delivers late leads to the private chat', async () => {
  await followPaper(GROUP);

  const { url } = await pressLate(BEN, GROUP);

  expect(url).toMatch(/^https:\/\/t\.me\/\w+\?start=r_[\w-]{22}$/);
  await stage.open(BEN, new URL(url ?? '').searchParams.get('start') ?? '');
  expect(shown(BEN)).toContain('This is what happened with story');
});

test('under a channel’s post, Read is a link to the private chat', async () => {
  await followPaper(GROUP);
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl} to @paper_channel`);

  const [read] = stage.last(CHANNEL).reply_markup?.inline_keyboard?.flat() ?? [];
  await stage.open(STRANGER, new URL(read?.url ?? '').searchParams.get('start') ?? '');

  expect(shown(STRANGER)).toContain('This is what happened with story');
});

test('/read with the link of a kept entry opens it', async () => {
  await followPaper(ANNA);

  await stage.say(ANNA, ANNA, `/read ${stage.paper.url}/story`);

  expect(shown(ANNA)).toContain('This is what happened with story');
});

test('/read as a reply to a post opens that post’s article', async () => {
  await followPaper(ANNA);

  const replyTo = stage.last(ANNA).message_id;
  await stage.write({ userId: ANNA, chatId: ANNA, text: '/read', replyTo });

  expect(stage.last(ANNA).rich_message).toBeDefined();
});

test('/read with the link of any other page fetches it, and the notice of that goes away', async () => {
  const text = 'A whole long paragraph about the matter at hand. '.repeat(20);
  stage.paper.answerNext({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<html><head><title>Elsewhere</title></head><body><article><h1>Elsewhere</h1><p>${text}</p></article></body></html>`,
  });

  await stage.say(ANNA, ANNA, `/read ${stage.paper.url}/elsewhere`);

  expect(shown(ANNA)).toContain('matter at hand');
  expect(stage.texts(ANNA)).toEqual(['']);
});

test('a page that cannot be read is given back as a link', async () => {
  await stage.say(ANNA, ANNA, '/read http://10.0.0.1/secret');

  expect(stage.said(ANNA)).toBe('I could not read that page. Its link: http://10.0.0.1/secret');
});

test('/read without a link tells how', async () => {
  await stage.say(ANNA, ANNA, '/read');

  expect(stage.said(ANNA)).toContain('Send /read and the link');
});

test('/read in a group leads to the private chat, and an administrator bot shows it to the asker alone', async () => {
  await followPaper(GROUP);
  await stage.say(BEN, GROUP, `/read ${stage.paper.url}/story`);
  expect(stage.last(GROUP).reply_markup?.inline_keyboard?.[0]?.[0]?.url).toContain('?start=r_');
  expect(stage.last(GROUP).receiver_user).toBeUndefined();

  stage.telegram.moveBot(GROUP, 'administrator');
  await stage.say(BEN, GROUP, `/read ${stage.paper.url}/story`);

  expect(stage.last(GROUP).receiver_user?.id).toBe(BEN);
  expect(shown(GROUP)).toContain('This is what happened with story');
});

test('/read in a group of a link that nobody keeps leads to the private chat', async () => {
  await stage.say(ANNA, GROUP, `/read ${stage.paper.url}/unknown`);

  expect(stage.said(GROUP)).toContain('in our private chat');
  expect(stage.paper.requests).toEqual([]);
});

test('a picture that Telegram refuses leaves the article without it', async () => {
  const pictures = ['hero', 'inside'].map((name) => `<img src="${stage.paper.url}/${name}.jpg">`);
  await followPaper(ANNA, { html: `${pictures[0]}<p>${FIRST}</p>${pictures[1]}<p>${LAST}</p>` });
  await vi.waitFor(() => expect(stage.titles(ANNA)).toEqual(['story']), 10_000);
  const refusal = { error_code: 400, description: 'Bad Request: WEBPAGE_MEDIA_EMPTY' };
  stage.telegram.failNext({ method: 'sendRichMessage' }, refusal);

  await stage.press(ANNA, ANNA, 'Read');
  expect(shown(ANNA)).toContain(FIRST);
  expect(shown(ANNA)).not.toContain('"photo"');

  await stage.press(ANNA, ANNA, 'Read');
  expect(shown(ANNA)).toContain('"photo"');
});

test('an article whose feed was removed is no longer kept', async () => {
  await followPaper(ANNA);
  await stage.say(OWNER, OWNER, '/removefeed The Paper');
  await stage.press(OWNER, OWNER, 'Take it out');

  const { text } = await stage.press(ANNA, ANNA, 'Read');

  expect(text).toBe('That article is no longer kept here.');
});
