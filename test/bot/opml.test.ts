import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseOpml, writeOpml } from '../../src/feed/opml.ts';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const listed = (url: string, title = '') => ({ url, title, category: null, siteUrl: null });
const opmlOf = (...feeds: ReturnType<typeof listed>[]) => writeOpml({ title: 'Mine', feeds });
const followed = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ url }) => url);

/** Somebody sends a file with these words under it. */
const send = (userId: number, chatId: number, file: { text: string; caption: string }) =>
  stage.write({
    userId,
    chatId,
    text: file.caption,
    document: {
      name: 'mine.opml',
      contentType: 'text/x-opml',
      bytes: Buffer.from(file.text),
    },
  });

/** The text of the last file that the bot sent there. */
function lastFile(chatId: number): Promise<string> {
  const message = stage.messages(chatId).findLast((it) => it.document && it.from?.is_bot);
  return stage.file(message?.document?.file_id ?? '');
}

test('a file sent with /import is read, and what is new comes from then on', async () => {
  const { feedUrl } = stage.paper;
  stage.paper.print({ id: 'old' });
  const text = opmlOf(listed(feedUrl, 'Paper'), listed(`${stage.paper.url}/none.xml`, 'None'));

  await send(ANNA, ANNA, { text, caption: '/import' });

  expect(stage.said(ANNA)).toBe('2 more feeds are followed now. What is new will come here.');
  expect(stage.texts(ANNA)).toHaveLength(1);
  expect(await followed(ANNA)).toEqual(expect.arrayContaining([feedUrl]));
  await stage.tick();
  await stage.pass(MINUTE_MS);
  expect(stage.titles(ANNA)).toEqual([]);

  stage.paper.print({ id: 'one' });
  await stage.pass(2 * MINUTE_MS);
  await stage.tick();
  await stage.pass(10_000);
  expect(stage.titles(ANNA)).toEqual(['one']);
});

test('/import in reply to a file reads that file, in a group only for its administrators', async () => {
  const text = opmlOf(listed(stage.paper.feedUrl));
  await send(BEN, GROUP, { text, caption: '' });
  const { message_id } = stage.messages(GROUP).at(-1) ?? {};
  const reply = { chatId: GROUP, text: '/import', replyTo: message_id ?? 0 };

  await stage.write({ userId: BEN, ...reply });
  expect(stage.said(GROUP)).toBe('只有本聊天的管理员可以更改订阅。');
  expect(await followed(GROUP)).toEqual([]);

  await stage.write({ userId: ANNA, ...reply });
  expect(await followed(GROUP)).toEqual([stage.paper.feedUrl]);
});

test('the answer counts what was there already and says what could not be added, and why', async () => {
  const { feedUrl } = stage.paper;
  await send(ANNA, ANNA, { text: opmlOf(listed(feedUrl)), caption: '/import' });
  const broken = `<opml><body><outline xmlUrl="${feedUrl}"/><outline text="Odd" xmlUrl="x:y"/>`;

  await send(ANNA, ANNA, { text: broken, caption: '/import@telewire_bot please' });

  expect(stage.said(ANNA)).toBe(
    [
      'This chat follows no feed more than before.',
      'One was here already.',
      'One could not be added.',
      'The file breaks off in the middle: there may have been more.',
      '✗ Odd: not a web address',
    ].join('\n'),
  );
});

test('where the report is too long for a message it comes as a file, line by line', async () => {
  const bad = Array.from({ length: 300 }, (_, n) => `<outline text="Feed ${n}" xmlUrl="x:${n}"/>`);
  const text = `<opml><body>${bad.join('')}<outline xmlUrl="https://a.example/"/></body></opml>`;

  await send(ANNA, ANNA, { text, caption: '/import' });

  expect(stage.texts(ANNA)[0]).toBe(
    [
      'One more feed is followed now. What is new will come here.',
      '300 could not be added.',
      'The attached file says what became of each.',
    ].join('\n'),
  );
  const lines = (await lastFile(ANNA)).split('\n');
  expect(lines).toHaveLength(301);
  expect(lines[0]).toBe('✓\tadded\thttps://a.example/');
  expect(lines[300]).toBe('✗\tnot a web address\tx:299\tFeed 299');
});

test('who may not add feeds imports those of the catalogue, and hears about the others', async () => {
  await clear(stage);
  stage = await setStage({ ACCESS: 'catalogue' });
  const url = await stage.stock('Gazette');

  await send(ANNA, ANNA, {
    text: opmlOf(listed(url), listed('https://b.example/', 'B')),
    caption: '/import',
  });

  expect(await followed(ANNA)).toEqual([url]);
  expect(stage.said(ANNA)).toContain(
    '✗ B: not in the catalogue, to which only owners of this bot add',
  );
});

test.each([
  [
    'nothing to read',
    undefined,
    'Send me an OPML file with /import as its caption, or reply to one with /import. Feed readers write such a file when you export your subscriptions.',
  ],
  [
    'a file that is no list',
    'hello',
    'That file is no list of feeds. I read OPML, which feed readers write when you export your subscriptions.',
  ],
  [
    'a file of 6 MB',
    ' '.repeat(6 * 1024 * 1024),
    'That file is too large. A list of feeds may have 5 MB.',
  ],
])('%s is told', async (_, text, said) => {
  if (text === undefined) await stage.say(ANNA, ANNA, '/import');
  else await send(ANNA, ANNA, { text, caption: '/import' });

  expect(stage.said(ANNA)).toBe(said);
});

test('a file that Telegram will not give us is told', async () => {
  const description = 'Bad Request: wrong file_id or the file is temporarily unavailable';
  stage.telegram.failNext({ method: 'getFile' }, { error_code: 400, description });

  await send(ANNA, ANNA, { text: opmlOf(), caption: '/import' });

  expect(stage.said(ANNA)).toBe(
    'I could not get that file from Telegram. Please send it once more.',
  );
});

test('/export sends what the chat follows, as a file that /import reads', async () => {
  await stage.stock('Gazette & "more"');
  await stage.say(OWNER, OWNER, '/subscribe Gazette');

  await stage.say(OWNER, OWNER, '/export');

  const sent = stage.last(OWNER);
  expect(sent.document?.file_name).toBe('telewire.opml');
  expect(sent.caption).toBe('The one feed of this chat. Other feed readers can import it.');
  expect(parseOpml(await lastFile(OWNER))).toMatchObject({
    title: 'Feeds of Olga',
    feeds: [{ title: 'Gazette & "more"' }],
    faults: [],
  });
});

test('/export is for who may change the chat, since addresses can hold secrets', async () => {
  await stage.say(BEN, GROUP, '/export');

  expect(stage.said(GROUP)).toBe('只有本聊天的管理员可以更改订阅。');
  await stage.say(ANNA, ANNA, '/export');
  expect(stage.said(ANNA)).toBe(
    'This chat follows nothing yet. Send /subscribe to pick something.',
  );
});

test('a file for another bot, or in a group without a command, is let be', async () => {
  const text = opmlOf(listed('https://b.example/'));

  await send(ANNA, ANNA, { text, caption: '/import@other_bot' });
  await send(ANNA, GROUP, { text, caption: 'look, /import' });
  await send(ANNA, GROUP, { text, caption: '' });

  expect([...stage.texts(ANNA), ...stage.texts(GROUP)]).toEqual([]);
});

test('a list that is sent alone in a private chat is offered, and followed by a tap', async () => {
  await send(ANNA, ANNA, { text: opmlOf(listed('https://b.example/')), caption: 'mine' });
  expect(stage.said(ANNA)).toBe(
    'mine.opml looks like a list of feeds. Shall I bring what is new in them?',
  );
  expect(await followed(ANNA)).toEqual([]);

  await stage.press(ANNA, ANNA, 'Follow them all');

  expect(await followed(ANNA)).toEqual(['https://b.example/']);
  expect(stage.texts(ANNA)).toEqual(['One more feed is followed now. What is new will come here.']);
});

test('in a topic of a forum the feeds come into that topic; where each shall have its own, a tap makes them', async () => {
  stage.telegram.moveBot(FORUM, 'administrator');
  await stage.settle();
  const [sport] = stage.telegram.snapshot().chats.find(({ id }) => id === FORUM)?.topics ?? [];
  const threadId = sport?.id ?? 0;
  const bytes = (url: string) => Buffer.from(opmlOf(listed(url, url)));
  const importing = (url: string) =>
    stage.write({
      ...{ userId: ANNA, chatId: FORUM, threadId, text: '/import' },
      document: { name: 'mine.opml', contentType: 'text/x-opml', bytes: bytes(url) },
    });
  const threads = async () =>
    (await stage.store.subscriptions.ofChat(FORUM)).map((feed) => feed.threadId);

  await importing('https://b.example/');
  expect(await threads()).toEqual([threadId]);
  expect(stage.buttons(FORUM)).toEqual([]);
  await stage.store.topics.want(FORUM, 'on');
  await importing('https://c.example/');
  await stage.press(ANNA, FORUM, 'Give it a topic');

  expect((await threads()).filter((it) => it !== threadId)).toHaveLength(2);
});

test('a channel’s list is exported and imported from its administrator’s private chat', async () => {
  const text = opmlOf(listed('https://b.example/', 'B'));
  await send(ANNA, ANNA, { text, caption: '/import to @paper_channel' });
  expect(stage.said(ANNA)).toBe(
    'Paper channel\nOne more feed is followed now. What is new will come here.',
  );
  expect([await followed(CHANNEL), await followed(ANNA)]).toEqual([['https://b.example/'], []]);

  await stage.say(ANNA, ANNA, '/export to @paper_channel');
  expect(parseOpml(await lastFile(ANNA)).feeds).toEqual([listed('https://b.example/', 'B')]);
  await stage.say(BEN, BEN, '/export to @paper_channel');

  expect(stage.messages(BEN).filter(({ document }) => document)).toEqual([]);
});

test('both speak Chinese', async () => {
  await send(BEN, BEN, { text: opmlOf(listed('https://b.example/')), caption: '/import' });
  expect(stage.said(BEN)).toBe('新订阅了 1 个新闻源。有新内容就送到这里。');

  await stage.say(BEN, BEN, '/export');
  expect(stage.said(BEN)).toBe('本聊天的 1 个新闻源，可导入其他阅读器。');
});

test('a key in a feed’s address is exported to whoever brought it and to owners, in private, and to nobody else', async () => {
  const url = `${stage.paper.feedUrl}?api_key=keykeykey`;
  await stage.say(OWNER, OWNER, `/addfeed ${url} name=Wire`);
  await stage.say(OWNER, OWNER, '/subscribe wire');
  await stage.say(ANNA, ANNA, '/subscribe wire');
  await stage.say(ANNA, GROUP, '/subscribe wire');

  await stage.say(ANNA, ANNA, '/export');
  expect(stage.said(ANNA)).toBe(
    'One feed is left out: its address holds a key that is not for everyone.',
  );
  await stage.say(OWNER, OWNER, '/export');
  expect(parseOpml(await lastFile(OWNER)).feeds).toEqual([expect.objectContaining({ url })]);
  stage.telegram.setStanding(GROUP, OWNER, 'administrator');
  await stage.say(OWNER, GROUP, '/export');
  expect(stage.said(GROUP)).toContain('One feed is left out');

  const own = `${stage.paper.feedUrl}?token=tokentoken`;
  await stage.say(ANNA, ANNA, `/subscribe ${own}`);
  await stage.say(ANNA, ANNA, '/export');

  const list = await lastFile(ANNA);
  expect(parseOpml(list).feeds).toEqual([expect.objectContaining({ url: own })]);
  expect(list).not.toContain('keykeykey');
});
