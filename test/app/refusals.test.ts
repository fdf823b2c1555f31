import { expect, test } from 'vitest';
import { ANNA, BEN, GROUP, OWNER } from '../world.ts';
import {
  answer,
  arm,
  calls,
  chat,
  depth,
  expectBenServed,
  HOUR_MS,
  logged,
  MINUTE_MS,
  methods,
  nextRound,
  relay,
  relayed,
  SECOND_MS,
  seconds,
  setStage,
  told,
  world,
} from './answering.ts';

// Answers that Telegram is known to give to a send and that are about the post, the bot, or nothing at all: what we do
// then, through the whole program.

setStage();

const PICTURES = [
  [400, 'Bad Request: failed to get HTTP URL content'],
  [400, 'Bad Request: wrong type of the web page content'],
  [400, 'Bad Request: wrong file identifier/HTTP URL specified'],
  [400, 'Bad Request: wrong HTTP URL specified'],
  [400, "Bad Request: can't upload file by URL"],
  [400, 'Bad Request: WEBPAGE_CURL_FAILED'],
  [400, 'Bad Request: failed to send message #2 with the error message "WEBPAGE_MEDIA_EMPTY"'],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
  [400, 'Bad Request: IMAGE_PROCESS_FAILED'],
  [400, 'Bad Request: PHOTO_SAVE_FILE_INVALID'],
  [400, 'Bad Request: PHOTO_EXT_INVALID'],
  [400, 'Bad Request: file is too big'],
  [413, 'Request Entity Too Large'],
  [400, 'Bad Request: wrong file_id or the file is temporarily unavailable'],
  [400, 'Bad Request: wrong remote file identifier specified: wrong padding length'],
  [400, 'Bad Request: FILE_REFERENCE_EXPIRED'],
  [400, 'Bad Request: MEDIA_EMPTY'],
  [400, 'Bad Request: media not found'],
] as const;

test.each(PICTURES)(
  'MEDIA %d %s: the same post without its picture, at once',
  async (code, text) => {
    arm(answer(code, text), { method: 'sendPhoto', times: 2 });
    await relay('one', 'photo');
    await world.pass(HOUR_MS);

    expect(methods().at(-1)).toBe('sendMessage');
    expect(new Set(seconds())).toEqual(new Set([0]));
    expect(calls().at(-1)?.params.link_preview_options).toMatchObject({ prefer_large_media: true });
    expect(relayed()).toEqual(['one']);
    expect(await chat()).toMatchObject({ failures: 0, textOnlyUntil: 0 });
    expectBenServed('one');
  },
);

const FORMS = [
  ['ENTITIES', "can't parse entities: unsupported start tag"],
  ['ENTITIES', 'ENTITY_BOUNDS_INVALID'],
  ['ENTITIES', 'ENTITIES_TOO_LONG'],
  ['ENTITIES', 'RICH_MESSAGE_CONTENT_REQUIRED'],
  ['ENTITIES', 'strings must be encoded in UTF-8'],
  ['ENTITIES', 'text must be non-empty'],
  ['ENTITIES', 'message text is empty'],
  ['TOO_LONG', 'message is too long'],
  ['TOO_LONG', 'message caption is too long'],
  ['TOO_LONG', 'text is too long'],
  ['TOO_LONG', 'MEDIA_CAPTION_TOO_LONG'],
  ['UNKNOWN', 'something that nobody has seen yet'],
] as const;

test.each(FORMS)('%s 400 %s: past the preview to the plain text, at once', async (_, text) => {
  arm(answer(400, `Bad Request: ${text}`), { times: 2 });
  await relay('one');
  await world.pass(HOUR_MS);

  expect(seconds()).toEqual([0, 0, 0]);
  expect(calls().map(({ params }) => 'entities' in params)).toEqual([true, true, false]);
  expect(calls().at(-1)?.params).not.toHaveProperty('reply_markup');
  expect(calls().at(-1)?.params.text).toMatch(/^one\n.*\/one$/s);
  expect(logged('rung.refused')).toHaveLength(2);
  expect(await depth()).toMatchObject({ owed: 0, dead: 0 });
  expectBenServed('one');
});

test('UNKNOWN 400 in every form: dead with its reason and its article, told to the owner once, and in nobody’s way', async () => {
  arm(answer(400, 'Bad Request: something new'), { times: 3 });
  await relay('poison');
  expect(seconds()).toEqual([0, 0, 0]);
  await relay('fine');
  for (let round = 0; round < 30; round += 1) await nextRound();

  expect(relayed()).toEqual(['fine']);
  expect(await depth()).toMatchObject({ owed: 0, dead: 1 });
  expect(await world.store.dead.groups(9)).toMatchObject([
    { reason: 'Bad Request: something new', count: 1, chats: 1 },
  ]);
  expect(told(OWNER, /could not be sent/)).toHaveLength(1);
  await world.store.dead.retry('Bad Request: something new');
  await world.tick();
  expect(relayed()).toEqual(['fine', 'poison']);
});

test.each([
  'BUTTON_URL_INVALID',
  'BUTTON_DATA_INVALID',
  'BUTTON_TYPE_INVALID',
  "can't parse inline keyboard button: Text buttons are unallowed",
  'REPLY_MARKUP_TOO_LONG',
  'BUTTON_USER_PRIVACY_RESTRICTED',
  'STARGIFT_INVALID',
])(
  'BUTTON 400 %s: without the links among the buttons, then without any, at once',
  async (text) => {
    arm(answer(400, `Bad Request: ${text}`), { times: 2 });
    await relay('one');

    expect(seconds()).toEqual([0, 0, 0]);
    const buttons = calls().map(
      ({ params }) =>
        (
          params.reply_markup as { inline_keyboard?: unknown[][] } | undefined
        )?.inline_keyboard?.flat().length ?? 0,
    );
    expect(buttons).toEqual([3, 2, 0]);
    expect(calls().at(-1)?.params.entities).not.toEqual([]);
    expectBenServed('one');
  },
);

test.each([
  'message is not modified: specified new message content and reply markup are exactly the same',
  'message to edit not found',
  "message can't be edited",
  'MESSAGE_ID_INVALID',
])('NOOP 400 %s: the change is done, and nothing is sent for it', async (text) => {
  await relay('one');
  arm(answer(400, `Bad Request: ${text}`), { method: 'editMessageText', times: 9 });
  world.paper.revise('one', {
    title: 'One anew',
    html: '<p>It was all quite otherwise, we hear.</p>',
  });
  await nextRound();
  await world.pass(HOUR_MS);

  expect(methods()).toEqual(['editMessageText']);
  expect(await depth()).toMatchObject({ owed: 0, dead: 0 });
  expect(methods(BEN)).toEqual(['editMessageText']);
});

test.each([
  ['CONFIG', 401, 'Unauthorized'],
  ['CONFIG', 404, 'Not Found'],
  ['CONFLICT', 409, 'Conflict: terminated by other getUpdates request'],
  ['FROZEN', 400, 'Bad Request: FROZEN_METHOD_INVALID'],
  ['FROZEN', 400, 'Bad Request: USER_RESTRICTED'],
  ['FROZEN', 400, 'Bad Request: PEER_FLOOD'],
] as const)(
  '%s %d %s: all stays owed, one message a minute tries, the log says it once',
  async (_, code, text) => {
    world.telegram.failNext({ method: 'sendMessage', times: 7 }, answer(code, text));
    await relay('one');
    const tried = () => [...calls(GROUP), ...calls(BEN)].map(({ at }) => at).toSorted();
    const first = tried()[0] ?? 0;
    await world.pass(4.5 * MINUTE_MS);
    const minutes = tried().map((at) => (at - first) / MINUTE_MS);
    expect(minutes.filter((it) => it > 0)).toEqual([1, 2, 3, 4]);
    expect(await depth()).toMatchObject({ owed: 2, held: 0, dead: 0 });

    await world.pass(10 * MINUTE_MS);

    expect([relayed(GROUP), relayed(BEN)]).toEqual([['one'], ['one']]);
    expect(logged('deliver.lockedOut')).toMatchObject([{ reason: text, level: 'warn' }]);
    expect(logged('deliver.letIn')).toHaveLength(1);
    expect(logged('delivery.unsent')).toEqual([]);
  },
);

test('CONFLICT 409 while polling: asked again every ten seconds, said once an hour, and nobody’s words are lost', async () => {
  const text = 'Conflict: terminated by other getUpdates request';
  world.telegram.failNext({ method: 'getUpdates', times: 400 }, answer(409, text));
  await world.say(ANNA, ANNA, '/list');
  await world.pass(61 * MINUTE_MS);
  expect(logged('polling.failed')).toMatchObject([{ reason: text }, { reason: text }]);

  await world.pass(10 * MINUTE_MS);

  expect(told(ANNA, /follow|subscri/i)).not.toEqual([]);
});

test('UNSUPPORTED 404 method not found: the next rung, and that method never again', async () => {
  await world.store.chats.look(GROUP, { style: 'rich' });
  arm(answer(404, 'Not Found: method not found'), { method: 'sendRichMessage' });
  await relay('one');
  expect(methods()).toEqual(['sendRichMessage', 'sendMessage']);

  await relay('two');

  expect(methods()).toEqual(['sendMessage']);
  expect(relayed(BEN)).toEqual(['one', 'two']);
});

test.each([
  [500, 'Internal Server Error'],
  [500, 'Internal Server Error: restart'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
  [421, 'Misdirected Request'],
])(
  'TRANSIENT %d %s: again after 2 s, 4 s, 8 s …, and never later than ten minutes',
  async (code, text) => {
    arm(answer(code, text), { times: 12 });
    await relay('one');
    await world.pass(HOUR_MS);

    const at = seconds();
    const waits = at.slice(1).map((it, index) => it - (at[index] ?? 0));
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]);
    expect(relayed()).toEqual(['one']);
    expect(await chat()).toMatchObject({ failures: 0, notBefore: 0 });
    expectBenServed('one');
  },
);

test('TRANSIENT 502 where nothing may come twice: nothing was sent, so it is sent again', async () => {
  await world.store.chats.wish(GROUP, { repeats: 'never' });
  arm(answer(502, 'Bad Gateway'));
  await relay('one');
  await world.pass(MINUTE_MS);

  expect(seconds()).toEqual([0, 2]);
  expect(relayed()).toEqual(['one']);
  expect(await world.store.tally.of('answersLost')).toBe(0);
});

test('TRANSIENT 500 sent message was immediately deleted: it was delivered, and is not sent again', async () => {
  const text = "Internal Server Error: sent message was immediately deleted and can't be returned";
  arm(answer(500, text));
  await relay('one');
  await world.pass(HOUR_MS);

  expect(seconds()).toEqual([0]);
  expect(await depth()).toMatchObject({ owed: 0, dead: 0 });
  expectBenServed('one');
});

/** Each with how often a reader has the post who does not mind to have it twice, and who does. */
const AMBIGUOUS = [
  ['reset after', 2, 1],
  ['reset before', 1, 0],
  ['html 502', 1, 0],
] as const;

test.each(AMBIGUOUS)('AMBIGUOUS %s: sent again after 2 s, and counted', async (failure, times) => {
  arm(failure);
  await relay('one');
  await world.pass(HOUR_MS);

  expect(seconds()).toEqual([0, 2]);
  expect(relayed()).toEqual(Array(times).fill('one'));
  expect(await world.store.tally.of('answersLost')).toBe(1);
  expectBenServed('one');
});

test.each(AMBIGUOUS)(
  'AMBIGUOUS %s where nothing may come twice: not sent again, but by an owner',
  async (failure, _, times) => {
    await world.store.chats.wish(GROUP, { repeats: 'never' });
    arm(failure);
    await relay('one');
    await world.pass(HOUR_MS);
    expect(seconds()).toEqual([0]);
    expect(relayed()).toEqual(Array(times).fill('one'));
    expect(await depth()).toMatchObject({ owed: 0, dead: 1 });

    await world.say(ANNA, GROUP, `/why ${world.paper.url}/one`);
    expect(world.texts(GROUP).at(-1)).toMatch(/^one\nNobody knows: Telegram’s answer was lost/);
    await world.say(OWNER, OWNER, '/status');
    expect(world.texts(OWNER).at(-1)).toMatch(/\nAnswers lost: 1\n/);
    await world.say(OWNER, OWNER, '/dead');
    expect(world.texts(OWNER).at(-1)).toContain('1. the answer was lost: it may have arrived');
    await world.press(OWNER, OWNER, 'Retry 1');
    await world.pass(5 * SECOND_MS);
    expect(relayed()).toEqual(Array(times + 1).fill('one'));
  },
);

test('AMBIGUOUS changes of a post are made again, even where nothing may come twice', async () => {
  await world.store.chats.wish(GROUP, { repeats: 'never' });
  await relay('one');
  arm('reset before', { method: 'editMessageText' });
  world.paper.revise('one', {
    title: 'One anew',
    html: '<p>It was all quite otherwise, we hear.</p>',
  });
  await nextRound();
  await world.pass(HOUR_MS);

  expect(seconds()).toEqual([0, 2]);
  expect(relayed()).toEqual(['One anew']);
  expect(await depth()).toMatchObject({ owed: 0, dead: 0 });
});
