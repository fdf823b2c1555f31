import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

const OTHER_OWNER = 2;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const ASKED =
  'This bot serves only those whom its owners let in. I have asked them for you, and will tell you what they say.';
const WAITING =
  'Its owners have not said yet whether I may serve this chat. I will tell you when they do.';
const TURNED_AWAY = 'This bot serves only those whom its owners let in.';
const LET_IN = 'The owners of this bot have let you in. Send /start to begin.';

let stage: Stage;

async function open(settings: Record<string, string>): Promise<void> {
  stage = await setStage({ OWNER_IDS: `${OWNER}, ${OTHER_OWNER}`, ...settings });
  stage.telegram.addUser({ id: OTHER_OWNER, first_name: 'Otto' });
  stage.telegram.addChat({ id: OTHER_OWNER, type: 'private' });
  await stage.stock('Gazette', ['Bridge opens']);
}

beforeEach(() => open({ ACCESS: 'approved' }));
afterEach(() => clear(stage));

const followed = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ title }) => title);
const sinceThen = async (chatId: number, act: () => Promise<unknown>) => {
  const before = stage.texts(chatId).length;
  await act();
  return stage.texts(chatId).slice(before);
};

test('whom nobody let in is told once in an hour, and every owner is asked once', async () => {
  await stage.say(STRANGER, STRANGER, '/subscribe gazette');
  await stage.say(STRANGER, STRANGER, '/list');
  await stage.say(STRANGER, STRANGER, 'hello?');

  expect(stage.texts(STRANGER)).toEqual([ASKED]);
  expect(stage.said(OWNER)).toBe(
    'May I?\nStan (@\u2060user_9), id 9, would like to use me.\nThey wrote: “/\u2060subscribe gazette”\n\n' +
      'You can change your mind at any time with /access.',
  );
  expect(stage.buttons(OWNER)).toEqual(['Allow', 'Deny']);
  expect(stage.texts(OTHER_OWNER)).toHaveLength(1);

  await stage.pass(HOUR_MS);
  await stage.say(STRANGER, STRANGER, '/list');
  expect(stage.texts(STRANGER)).toEqual([ASKED, WAITING]);
  expect(stage.texts(OTHER_OWNER)).toHaveLength(1);
  expect(await followed(STRANGER)).toEqual([]);
});

test('what an owner decides is told to whom it is about, and to the other owners', async () => {
  await stage.say(STRANGER, STRANGER, '/start');

  await stage.press(OTHER_OWNER, OTHER_OWNER, 'Allow');

  expect(stage.said(STRANGER)).toBe(LET_IN);
  expect(stage.said(OWNER)).toBe('Stan (9) may use me now.');
  expect(stage.said(OTHER_OWNER)).toBe('Stan (9) may use me now.');
  expect(stage.buttons(OWNER)).toEqual([]);
  await stage.say(STRANGER, STRANGER, '/subscribe gazette');
  expect(await followed(STRANGER)).toEqual(['Gazette']);
});

test('a request that nobody answers in a week can be made again', async () => {
  await stage.say(STRANGER, STRANGER, '/start');
  await stage.pass(7 * DAY_MS);

  await stage.say(STRANGER, STRANGER, '/start');

  expect(stage.texts(STRANGER)).toEqual([ASKED, ASKED]);
  expect(stage.texts(OTHER_OWNER)).toHaveLength(2);
});

test('whoever is denied gets nothing more, and everything again when they are allowed', async () => {
  await stage.say(OWNER, OWNER, `/allow ${ANNA}`);
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  await stage.say(OWNER, OWNER, `/deny ${ANNA}`);
  stage.paper.print({ id: 'away', title: 'While away', html: 'One, two.' });
  await stage.pass(2 * 60_000);
  await stage.tick();
  expect(stage.titles(ANNA)).not.toContain('While away');
  expect(await sinceThen(ANNA, () => stage.say(ANNA, ANNA, '/latest'))).toEqual([TURNED_AWAY]);
  expect(await sinceThen(ANNA, () => stage.say(ANNA, ANNA, '/latest'))).toEqual([]);
  expect((await stage.store.chats.get(ANNA))?.heldReason).toBe('an owner of this bot denied it');
  expect(await followed(ANNA)).toEqual(['The Paper']);

  await stage.say(OWNER, OWNER, `/allow ${ANNA}`);
  await stage.tick();
  expect(stage.titles(ANNA)).toContain('While away');
  expect((await stage.store.chats.get(ANNA))?.heldAt).toBeNull();
  expect(stage.said(OWNER)).toBe('Anna (7) may use me now.');
});

test('who blocks the bot and comes back is no less denied', async () => {
  await stage.say(OWNER, OWNER, '/access open');
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(OWNER, OWNER, `/deny ${ANNA}`);
  stage.telegram.moveBot(ANNA, 'blocked', ANNA);
  await stage.settle();
  stage.telegram.moveBot(ANNA, 'member', ANNA);
  await stage.settle();

  expect((await stage.store.chats.get(ANNA))?.heldReason).toBe('an owner of this bot denied it');

  await stage.say(OWNER, OWNER, `/allow ${ANNA}`);
  expect((await stage.store.chats.get(ANNA))?.heldAt).toBeNull();
});

test('a denied group that becomes a supergroup stays denied', async () => {
  await stage.say(OWNER, GROUP, '/subscribe gazette');
  await stage.say(OWNER, OWNER, `/deny ${GROUP}`);

  const now = stage.telegram.migrate(GROUP);
  await stage.settle();

  expect((await stage.store.chats.get(now))?.heldReason).toBe('an owner of this bot denied it');
  expect(await sinceThen(now, () => stage.say(ANNA, now, '/list'))).toEqual([TURNED_AWAY]);
});

test('a group asks for all of its members, and its talk is none of ours', async () => {
  stage.telegram.moveBot(GROUP, 'administrator', ANNA);
  await stage.settle();

  const said = await sinceThen(GROUP, async () => {
    await stage.say(BEN, GROUP, 'Nice weather');
    await stage.say(BEN, GROUP, '/list@other_bot');
    await stage.say(BEN, GROUP, '/list');
    await stage.say(ANNA, GROUP, '/list');
  });

  expect(said).toEqual([ASKED]);
  expect(stage.said(OWNER)).toContain(
    'Ben (@\u2060ben_b), id 8, would like to use me in “Club”, id -100.',
  );
  await stage.press(OWNER, OWNER, 'Allow');
  expect(stage.said(GROUP)).toBe(LET_IN);
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  expect(await followed(GROUP)).toEqual(['Gazette']);
});

test('a group into which a stranger brings the bot asks at once', async () => {
  const members = { [ANNA]: 'creator' } as const;
  stage.telegram.addChat({ id: -500, type: 'group', title: 'Choir', members, bot: 'absent' });
  stage.telegram.moveBot(-500, 'member', ANNA);
  await stage.settle();

  expect(stage.said(-500)).toBe(ASKED);
  expect(stage.said(OWNER)).toContain(
    'Anna (@\u2060anna_a), id 7, would like to use me in “Choir”',
  );
});

test('a group that an owner administrates is always served, and cannot be denied', async () => {
  stage.telegram.setStanding(GROUP, OTHER_OWNER, 'administrator');

  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(OWNER, OWNER, `/deny ${GROUP}`);

  expect(await followed(GROUP)).toEqual(['Gazette']);
  expect(stage.said(OWNER)).toBe(
    'Club (-100) is an owner of this bot, or a chat that one administrates. I always serve them.',
  );
  await stage.say(OWNER, OWNER, `/deny ${OTHER_OWNER}`);
  expect(stage.said(OWNER)).toContain('I always serve them.');
});

test('whoever was let in is served wherever they have a say, other chats than denied ones', async () => {
  await stage.say(OWNER, OWNER, `/allow ${ANNA}`);

  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
  expect(await followed(GROUP)).toEqual(['Gazette']);
  expect(await followed(CHANNEL)).toEqual(['Gazette']);

  await stage.say(OWNER, OWNER, '/deny @paper_channel');
  await stage.say(ANNA, ANNA, '/unsubscribe gazette to @paper_channel');
  await stage.say(ANNA, ANNA, '/settings to @paper_channel');
  expect(stage.said(ANNA)).toBe('The owners of this bot have not let @\u2060paper_channel in.');
  expect((await stage.store.chats.get(CHANNEL))?.heldReason).toContain('denied');
});

test('readers of a channel may read its articles without being let in, and ask for nothing', async () => {
  await stage.say(OWNER, OWNER, '/subscribe gazette to @paper_channel');
  const [entry] = await stage.store.entries.newest([1], 1);

  await stage.open(STRANGER, `r_${entry?.token}`);
  const { text } = await stage.forge(BEN, CHANNEL, 'l:0');

  expect(JSON.stringify(stage.last(STRANGER))).toContain('Bridge opens');
  expect(text).toBe(TURNED_AWAY);
  expect(stage.texts(OTHER_OWNER)).toEqual([]);
});

test('a press of whoever is not let in is answered each time', async () => {
  await stage.say(OWNER, OWNER, '/access open');
  await stage.say(STRANGER, STRANGER, '/start');
  await stage.say(OWNER, OWNER, '/access approved');

  const first = await stage.press(STRANGER, STRANGER, 'Language · 语言');
  const second = await stage.press(STRANGER, STRANGER, 'Language · 语言');

  expect([first.text, second.text]).toEqual([ASKED, WAITING]);
  expect(stage.texts(STRANGER)).toHaveLength(1);
});

test.each([
  ['an id', () => stage.say(OWNER, OWNER, '/allow 9')],
  ['a forwarded message', () => reply(OWNER, OWNER, { forwardedFrom: STRANGER })],
  ['a reply in a group', () => reply(OWNER, GROUP, { userId: STRANGER })],
])('somebody is let in by %s', async (_, allow) => {
  await stage.say(STRANGER, STRANGER, '/list');
  stage.telegram.setStanding(GROUP, STRANGER, 'member');

  await allow();

  expect(stage.said(STRANGER)).toBe(LET_IN);
});

test('who hides behind forwarded words cannot be meant, and neither can nobody', async () => {
  await reply(OWNER, OWNER, { forwardedFrom: null });
  expect(stage.said(OWNER)).toContain('Telegram does not tell me who wrote that');

  for (const text of ['/allow', '/allow Stan', '/allow @nobody_here', '/deny 0']) {
    await stage.say(OWNER, OWNER, text);
    expect(stage.said(OWNER)).toContain('Whom? Send an id');
  }
});

test('in a topic, /allow without a word means the group and not who opened the topic', async () => {
  await stage.say(ANNA, FORUM, '/list');

  await stage.write({ userId: OWNER, chatId: FORUM, threadId: 2, text: '/allow' });

  expect(stage.said(FORUM)).toBe(`Forum (${FORUM}) may use me now.`);
});

test('/access shows who waits, was let in or was denied, and lets an owner change that', async () => {
  await stage.say(ANNA, ANNA, '/start');
  await stage.say(STRANGER, STRANGER, '/start');
  await stage.say(OWNER, OWNER, `/deny ${STRANGER}`);
  await stage.say(OWNER, OWNER, '/access');

  expect(stage.said(OWNER).split('\n').slice(-2)).toEqual([
    'Anna, id 7: waits for your word',
    'Stan, id 9: denied',
  ]);
  expect(stage.buttons(OWNER)).toEqual([
    ...['Open', 'Catalogue', '✓ Approved'],
    ...['Allow Anna', 'Deny Anna', 'Allow Stan'],
  ]);

  await stage.press(OWNER, OWNER, 'Allow Stan');
  expect(stage.said(OWNER)).toContain('Stan, id 9: let in');
  await stage.press(OWNER, OWNER, 'Open');
  expect(stage.said(OWNER)).toContain('Open: everyone may use me');
  await stage.say(BEN, BEN, `/subscribe ${stage.paper.feedUrl}`);
  expect(await followed(BEN)).toEqual(['The Paper']);
});

test('what an owner says of access goes before the configuration', async () => {
  await stage.say(OWNER, OWNER, '/access catalogue');
  await stage.say(OWNER, OWNER, '/access everyone');
  expect(stage.said(OWNER)).toContain('Please choose');

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  expect(stage.said(ANNA)).toContain('only its owners add new addresses');
});

test('in a group nobody sees whom the owners let in', async () => {
  await stage.say(OWNER, OWNER, `/allow ${STRANGER}`);

  await stage.say(OWNER, GROUP, '/access');

  expect(stage.said(GROUP)).toMatch(/^Approved: /);
  expect(stage.buttons(GROUP)).toEqual([]);
});

test('names and words of whoever asks are shown as they are', async () => {
  stage.telegram.addUser({ id: STRANGER, first_name: '<b>@olga\nAllow', username: 'x_y_z' });

  await stage.say(STRANGER, STRANGER, `/start ${'x'.repeat(3_000)} https://evil.example`);

  expect(stage.said(OWNER)).toContain('<b>@\u2060olga Allow (@\u2060x_y_z), id 9, would');
  expect(stage.said(OWNER).length).toBeLessThan(400);
  const said = stage.said(OWNER);
  const tappable = stage
    .last(OWNER)
    .entities?.map((it) => said.slice(it.offset, it.offset + it.length));
  expect(tappable).toEqual(['May I?', '/access']);
});

async function reply(
  userId: number,
  chatId: number,
  said: { userId?: number; forwardedFrom?: number | null },
): Promise<void> {
  const heard = stage.telegram.say({ userId, chatId, text: 'Hello', ...said });
  await stage.settle();
  const command = { userId, chatId, text: '/allow', replyTo: heard.message_id };
  await stage.write(command);
}
