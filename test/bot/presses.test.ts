import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, page, STRANGER, type Stage, setStage } from './stage.ts';

/** An administrator who speaks in the group's name; their presses are their own. */
const ANONYMOUS = 11;
const DEMOTED = 12;
const MEMBER = 13;

const ONLY_ADMINS = 'Only administrators of this chat can change what it gets.';
const ONLY_OWNERS = 'That is for the owners of this bot.';
const NOT_YOURS = 'That button belongs to somebody else.';
const REFUSALS = [ONLY_ADMINS, ONLY_OWNERS, NOT_YOURS];

let stage: Stage;
/** What buttons carry that cannot be known before. */
let known: Record<string, string>;

beforeEach(async () => {
  stage = await setStage();
  for (const [id, first_name] of [
    [ANONYMOUS, 'Ada'],
    [DEMOTED, 'Dan'],
    [MEMBER, 'Mia'],
  ] as const) {
    stage.telegram.addUser({ id, first_name });
    stage.telegram.setStanding(GROUP, id, id === MEMBER ? 'member' : 'administrator');
  }
  stage.telegram.moveBot(GROUP, 'administrator', ANNA);
  await stage.stock('Gazette', ['Bridge opens']);
  await stage.say(DEMOTED, GROUP, '/subscribe gazette');
  await stage.say(ANNA, GROUP, '/pause gazette');
  const undoPause = dataOf('pu:');
  await stage.say(ANNA, GROUP, '/unsubscribe gazette');
  const undoEnd = dataOf('uu:');
  await stage.press(ANNA, GROUP, 'Undo');
  stage.paper.answerNext(page({ title: 'A', href: '/a.xml' }, { title: 'B', href: '/b.xml' }));
  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.url}/sections`);
  const choice = dataOf('n:');
  const [entry] = await stage.store.entries.newest([1], 1);
  known = { undoPause, undoEnd, choice, token: entry?.token ?? '' };
  stage.telegram.setStanding(GROUP, DEMOTED, 'member');
  await stage.settle();
});

afterEach(() => clear(stage));

/** Data of the latest button of that kind in the group. */
function dataOf(kind: string): string {
  const buttons = stage
    .messages(GROUP)
    .flatMap(({ reply_markup }) => reply_markup?.inline_keyboard?.flat() ?? []);
  return (
    buttons.findLast(({ callback_data }) => callback_data?.startsWith(kind))?.callback_data ?? ''
  );
}

/** As it is written in the tables below, with what is only known later filled in. */
function filled(data: string): string {
  return data.replace(/<(\w+)>/g, (_, name: string) => known[name] ?? '');
}

/** The bot offers that button in a message of its own, and somebody presses it. */
async function press(userId: number, chatId: number, data: string) {
  const keyboard = [[{ text: 'Press', callback_data: filled(data) }]];
  const reply_markup = { inline_keyboard: keyboard };
  const message = await stage.call('sendMessage', { chat_id: chatId, text: 'Menu', reply_markup });
  const before = stage.messages(chatId);
  stage.presses += 1;
  const { message_id: messageId } = message as { message_id: number };
  const answered = stage.telegram.press({ userId, chatId, messageId, data: filled(data) });
  await stage.settle();
  return { ...(await answered), isUntouched: isSame(before, stage.messages(chatId)) };
}

function isSame(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

async function standing() {
  const { store } = stage;
  return {
    feeds: (await store.feeds.all()).map(({ id, listed }) => ({ id, listed })),
    followed: await store.subscriptions.ofChat(GROUP),
    chat: await store.chats.get(GROUP),
    permissions: await store.permissions.list(0),
  };
}

const FOR_ADMINS = [
  ...['browse', 'c:0', '<choice>', 'lang', 'lang:en', 'up:0', 'x'],
  ...[`se:v:${GROUP}:0:0`, `se:y:${GROUP}:0:0:text`, `se:o:${GROUP}:0:1:on`, `tp:v:${GROUP}`],
  ...['mo:s:<token>:0', 'mo:m:<token>:0', 'mo:e:<token>:0'],
  ...['t:1:0', 'u:1:0', '<undoEnd>', '<undoPause>', 'ua'],
];

/** What each of these people is told at each of these buttons, in turn, and whether the chat looks as before. */
async function tried(people: number[], chatId: number, buttons: string[]) {
  const told = [];
  for (const data of buttons) {
    for (const userId of people) {
      const { text, isUntouched } = await press(userId, chatId, data);
      told.push({ data, userId, text, isUntouched });
    }
  }
  return told;
}

function refused(people: number[], buttons: string[], text: unknown) {
  return buttons.flatMap((data) =>
    people.map((userId) => ({ data, userId, text, isUntouched: true })),
  );
}

test('what changes a group is refused to whoever has no say in it', async () => {
  const before = await standing();
  const people = [MEMBER, STRANGER, DEMOTED];

  expect(await tried(people, GROUP, FOR_ADMINS)).toEqual(refused(people, FOR_ADMINS, ONLY_ADMINS));
  expect(await standing()).toEqual(before);
});

test.each([
  ['an owner', OWNER],
  ['the creator of the group', ANNA],
  ['an administrator who is anonymous elsewhere', ANONYMOUS],
])('and not to %s', async (_, userId) => {
  for (const { text, data } of await tried([userId], GROUP, FOR_ADMINS)) {
    expect(REFUSALS, data).not.toContain(text);
  }
});

test('what is about a channel is refused, wherever it is pressed, to whoever has no say in that channel', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
  const buttons = ['se:v:<>:0:0', 'se:y:<>:0:0:text', 'el:<>:0', 'eu:<>:0:1', 'tp:v:<>'];
  const about = buttons.map((data) => data.replace('<>', String(CHANNEL)));
  const told = expect.stringContaining('You are not an administrator of');

  expect(await tried([MEMBER, STRANGER], GROUP, about)).toEqual(
    refused([MEMBER, STRANGER], about, told),
  );
  expect(await tried([STRANGER], STRANGER, about)).toEqual(refused([STRANGER], about, told));
  expect(await stage.store.subscriptions.ofChat(CHANNEL)).toHaveLength(1);
});

const FOR_OWNERS = [
  ...['a:1:0', 'f:0', 'fd:1', 'fc:1', 'fp:1', 'fr:1', 'dd:r:AAAAAAAAAAAAAAAA', 'rm:1'],
  ...['fe:z:1', 'ac:p:0', 'ac:y:9:0', 'ac:n:9:0', 'kn:y:9', 'kn:n:9', 'ac:m:approved'],
];

test('what is the owners’ is refused to everybody else', async () => {
  const before = await standing();
  const people = [ANNA, ANONYMOUS, MEMBER, STRANGER, DEMOTED];

  expect(await tried(people, GROUP, FOR_OWNERS)).toEqual(refused(people, FOR_OWNERS, ONLY_OWNERS));
  expect(await standing()).toEqual(before);
  expect(await stage.store.notes.get('access')).toBeUndefined();

  for (const { text, data } of await tried([OWNER], GROUP, FOR_OWNERS)) {
    expect(REFUSALS, data).not.toContain(text);
  }
});

test('what only tells something is for everybody in the group', async () => {
  const people = [OWNER, ANNA, ANONYMOUS, MEMBER, DEMOTED];
  const buttons = ['r:<token>', 'm:<token>', 'mo:v:<token>:0', 'mo:y:<token>:0'];

  for (const { text, data } of await tried(people, GROUP, buttons)) {
    expect(REFUSALS, data).not.toContain(text);
  }
});

test('what takes the place of an answer is for whoever asked, and for administrators', async () => {
  const buttons = ['l:0', 'q:1:0', 'wy:1:0', 'add', 'pc'];

  expect(await tried([STRANGER, DEMOTED], GROUP, buttons)).toEqual(
    refused([STRANGER, DEMOTED], buttons, NOT_YOURS),
  );
  for (const { text, data } of await tried([OWNER, ANNA, ANONYMOUS], GROUP, buttons)) {
    expect(REFUSALS, data).not.toContain(text);
  }
});

test('a member turns the pages of the list they asked for, and of nobody else’s', async () => {
  await followMore(30);
  await stage.say(DEMOTED, GROUP, '/list');
  const first = stage.said(GROUP);

  expect((await stage.press(MEMBER, GROUP, '›')).text).toBe(NOT_YOURS);
  expect(stage.said(GROUP)).toBe(first);
  await stage.press(DEMOTED, GROUP, '›');
  expect(stage.said(GROUP)).not.toBe(first);
});

async function followMore(count: number): Promise<void> {
  const { feeds, subscriptions } = stage.store;
  for (let n = 1; n <= count; n += 1) {
    const url = `https://example.org/${n}`;
    const feed = { url, title: `Feed ${n}`, listed: 0, addedBy: null, intervalMs: 60_000 };
    const { id } = await feeds.add(feed, stage.clock.now());
    await subscriptions.add({ chatId: GROUP, threadId: 0 }, id, stage.clock.now());
  }
}

test('readers of a channel press nothing in it but Read', async () => {
  const people = [BEN, STRANGER];
  const buttons = [...FOR_ADMINS, ...FOR_OWNERS, 'l:0', 'add', 'm:<token>', 'mo:x:<token>:0'];
  const live = buttons.filter((it) => it !== '<choice>');

  expect(await tried(people, CHANNEL, live)).toEqual(
    refused(people, live, expect.stringMatching(/./)),
  );
  expect(await press(BEN, CHANNEL, 'r:<token>')).toMatchObject({
    url: expect.stringContaining('start=r_'),
    isUntouched: true,
  });
});

test('no button that a reader forges takes the place of a post', async () => {
  await stage.call('sendMessage', { chat_id: CHANNEL, text: 'A post' });
  await stage.call('sendMessage', { chat_id: GROUP, text: 'A post' });
  const before = [stage.messages(CHANNEL), stage.messages(GROUP)];

  for (const data of ['l:0', 'rp:<token>:0', 'rb:<token>:0', 'mo:x:<token>:0', 'x', 'sub_3']) {
    const inChannel = await stage.forge(STRANGER, CHANNEL, filled(data));
    const inGroup = await stage.forge(DEMOTED, GROUP, filled(data));

    expect([data, inChannel.text, inGroup.text]).toEqual([data, NOT_YOURS, ONLY_ADMINS]);
  }
  expect([stage.messages(CHANNEL), stage.messages(GROUP)]).toEqual(before);
});

test('a channel that speaks in a group is no administrator there, and its posts are no commands', async () => {
  const ours = () => stage.texts(GROUP).filter((text) => !text.startsWith('/'));
  const before = ours().length;
  const speaking = { userId: ANNA, chatId: GROUP, inNameOf: CHANNEL };

  await stage.write({ ...speaking, text: '/unsubscribe gazette' });
  await stage.write({ ...speaking, text: '/unsubscribe gazette', linked: true });
  await stage.write({ ...speaking, text: '/list', linked: true });

  expect(ours().slice(before)).toEqual([ONLY_ADMINS]);
  expect(await stage.store.subscriptions.ofChat(GROUP)).toHaveLength(1);
});

test('a right that Telegram says was taken away ends at once', async () => {
  await stage.say(ANNA, GROUP, '/pause');
  stage.telegram.setStanding(GROUP, ANNA, 'member');
  await stage.settle();

  await stage.say(ANNA, GROUP, '/resume');

  expect(stage.said(GROUP)).toBe(ONLY_ADMINS);
});
