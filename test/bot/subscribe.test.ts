import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, feed, page, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const followed = async (chatId: number) => {
  const feeds = await stage.store.subscriptions.ofChat(chatId);
  return feeds.map(({ title, url, threadId }) => {
    const name = title || url;
    return threadId === 0 ? name : `${name} in ${threadId}`;
  });
};

test('a feed is followed by a tap in the catalogue, and no longer by a second tap', async () => {
  await stage.stock('Gazette');
  await stage.stock('Herald');
  await stage.say(ANNA, ANNA, '/subscribe');
  expect(stage.buttons(ANNA)).toEqual(['Gazette', 'Herald']);

  const { text } = await stage.press(ANNA, ANNA, 'Herald');
  expect(text).toBe('You follow Herald now. What is new will come here.');
  expect(stage.buttons(ANNA)).toEqual(['Gazette', '✓ Herald']);
  expect(await followed(ANNA)).toEqual(['Herald']);

  await stage.press(ANNA, ANNA, '✓ Herald');
  expect(stage.buttons(ANNA)).toEqual(['Gazette', 'Herald']);
  expect(await followed(ANNA)).toEqual([]);
});

test.each([
  ['its number in the list just shown', '2'],
  ['its name', 'herald'],
  ['the beginning of its name', 'HER'],
])('a feed of the catalogue is followed by %s', async (_, word) => {
  await stage.stock('Gazette');
  await stage.stock('Herald', ['Storm ahead']);
  await stage.say(ANNA, ANNA, '/subscribe');

  await stage.say(ANNA, ANNA, `/subscribe ${word}`);

  expect(await followed(ANNA)).toEqual(['Herald']);
  expect(stage.texts(ANNA)).toContain('You follow Herald now. What is new will come here.');
  expect(stage.titles(ANNA)).toEqual(['Storm ahead']);
});

test('a name that begins two feeds is asked back, with both of them', async () => {
  await stage.stock('Morning News');
  await stage.stock('Morning Star');

  await stage.say(ANNA, ANNA, '/subscribe morning');

  expect(stage.said(ANNA)).toContain('• Morning News\n• Morning Star');
  expect(await followed(ANNA)).toEqual([]);
});

test.each(['Times', '7', 'no such paper at all'])(
  'a name nobody knows, “%s”, is refused with what to do instead',
  async (name) => {
    await stage.say(ANNA, ANNA, `/subscribe ${name}`);

    expect(stage.said(ANNA)).toContain(`I know no feed called “${name}”. Send /subscribe`);
  },
);

test('the address of a feed is answered at once, and that answer becomes what came of it', async () => {
  stage.paper.print({ id: 'one' });

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);

  const [first] = stage.telegram.calls.filter(({ method }) => method === 'sendMessage');
  expect(first?.params.text).toBe(`Looking for feeds on ${new URL(stage.paper.url).host} …`);
  expect(stage.texts(ANNA)[0]).toBe('You follow The Paper now. What is new will come here.');
  expect(stage.titles(ANNA)).toEqual(['one']);
});

test('the page of a site leads to its feed', async () => {
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}`);

  expect(await followed(ANNA)).toEqual(['The Paper']);
});

test('a page with several feeds lets one be chosen, by a tap that becomes the answer', async () => {
  stage.paper.answerNext(
    page({ title: 'World', href: '/world.xml' }, { title: 'Sport', href: '/sport.xml' }),
    feed('Sport', ['Final']),
  );
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/sections`);
  expect(stage.buttons(ANNA)).toEqual(['World', 'Sport']);

  await stage.press(ANNA, ANNA, 'Sport');

  expect(await followed(ANNA)).toEqual(['Sport']);
  expect(stage.texts(ANNA)).toEqual([
    'You follow Sport now. What is new will come here.',
    expect.stringContaining('Final'),
  ]);
});

test('what is chosen for a channel goes to the channel', async () => {
  stage.paper.answerNext(
    page({ title: 'World', href: '/world.xml' }, { title: 'Sport', href: '/sport.xml' }),
    feed('World'),
  );
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/sections to @paper_channel`);

  await stage.press(ANNA, ANNA, 'World');

  expect(await followed(CHANNEL)).toEqual(['World']);
  expect(await followed(ANNA)).toEqual([]);
});

test('a choice for a channel counts for nothing once its presser has no say there', async () => {
  stage.paper.answerNext(
    page({ title: 'World', href: '/world.xml' }, { title: 'Sport', href: '/sport.xml' }),
  );
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/sections to @paper_channel`);
  stage.telegram.setStanding(CHANNEL, ANNA, 'subscriber');
  await stage.settle();

  const { text } = await stage.press(ANNA, ANNA, 'World');

  expect(text).toContain('You are not an administrator');
  expect(await followed(CHANNEL)).toEqual([]);
});

test('several addresses are answered in one message with a line each', async () => {
  stage.paper.answerNext(feed('First', ['a']), feed('Second', ['b']), { status: 404 });
  const [one, two, three] = [1, 2, 3].map((it) => `${stage.paper.url}/${it}.xml`);

  await stage.say(ANNA, ANNA, `/subscribe ${one} ${two}\n${three}`);

  expect(await followed(ANNA)).toEqual(['First', 'Second']);
  expect(stage.texts(ANNA)[0]?.split('\n')).toEqual([
    'You follow First now. What is new will come here.',
    'You follow Second now. What is new will come here.',
    expect.stringContaining('not found'),
  ]);
  expect(stage.titles(ANNA).toSorted()).toEqual(['a', 'b']);
});

test('more than ten addresses at once are refused', async () => {
  const many = Array.from({ length: 11 }, (_, it) => `${stage.paper.url}/${it}.xml`);

  await stage.say(ANNA, ANNA, `/subscribe ${many.join(' ')}`);

  expect(stage.said(ANNA)).toContain('at most 10');
  expect(stage.paper.requests).toEqual([]);
});

test('an administrator of a channel has it follow a feed from a private chat', async () => {
  await stage.stock('Gazette', ['Bridge opens']);

  await stage.say(ANNA, ANNA, '/subscribe gaz to @paper_channel');

  expect(await followed(CHANNEL)).toEqual(['Gazette']);
  expect(stage.said(ANNA)).toContain('Paper channel follows Gazette now.');
  const [read] = stage.last(CHANNEL).reply_markup?.inline_keyboard?.flat() ?? [];
  expect(read).toMatchObject({ text: 'Read', url: expect.stringContaining('?start=r_') });
});

test('a channel is named by its id, too, and told when it follows already', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, ANNA, `/subscribe gaz to ${CHANNEL}`);

  await stage.say(ANNA, ANNA, `/subscribe gaz to ${CHANNEL}`);

  expect(stage.said(ANNA)).toBe('Paper channel follows Gazette already.');
});

test('“to @channel” without a feed shows the catalogue, and a tap follows and ends there', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, ANNA, '/subscribe to @paper_channel');
  expect(stage.said(ANNA)).toContain('Feeds for Paper channel');

  const begun = await stage.press(ANNA, ANNA, 'Gazette');
  expect(begun.text).toBe('Paper channel follows Gazette now. What is new will go there.');
  expect(await followed(CHANNEL)).toEqual(['Gazette']);
  const ended = await stage.press(ANNA, ANNA, '✓ Gazette');

  expect(ended.text).toBe('Paper channel no longer follows Gazette.');
  expect(await followed(CHANNEL)).toEqual([]);
  expect(await followed(ANNA)).toEqual([]);
});

test('nobody but its administrators turns the pages of a channel’s catalogue, or taps in it', async () => {
  await stage.stock('Gazette');
  await stage.say(BEN, BEN, '/help');

  const turned = await stage.forge(BEN, BEN, `c:0:${CHANNEL}`);
  const tapped = await stage.forge(BEN, BEN, `t:1:0:${CHANNEL}`);

  expect([turned.showAlert, tapped.showAlert]).toEqual([true, true]);
  expect(await followed(CHANNEL)).toEqual([]);
});

test('the one address in what a browser shares is offered; of several none is', async () => {
  const { feedUrl } = stage.paper;
  await stage.say(ANNA, ANNA, `The Paper, news of the harbour\n${feedUrl}`);
  expect(stage.said(ANNA)).toBe('The Paper can be followed. Shall I bring what is new?');

  await stage.say(ANNA, ANNA, `this: ${feedUrl} and that: https://example.org/`);

  expect(stage.said(ANNA)).toContain('I do not know what to do with that.');
});

test('a bare address in a private chat is offered, and followed by a tap', async () => {
  await stage.say(ANNA, ANNA, stage.paper.feedUrl);
  expect(await followed(ANNA)).toEqual([]);
  expect(stage.said(ANNA)).toBe('The Paper can be followed. Shall I bring what is new?');

  await stage.press(ANNA, ANNA, 'Follow');

  expect(await followed(ANNA)).toEqual(['The Paper']);
  expect(stage.said(ANNA)).toBe('You follow The Paper now. What is new will come here.');
  await stage.say(ANNA, ANNA, stage.paper.feedUrl);
  expect(stage.said(ANNA)).toBe('The Paper is followed here already.');
});

test('in a topic, feeds and answers belong to that topic', async () => {
  stage.paper.print({ id: 'goal' });

  await stage.write({
    userId: ANNA,
    chatId: FORUM,
    threadId: 2,
    text: `/subscribe ${stage.paper.feedUrl}`,
  });

  expect(await followed(FORUM)).toEqual(['The Paper in 2']);
  const ours = stage.messages(FORUM).filter(({ from }) => from?.is_bot);
  expect(ours.map((it) => it.message_thread_id)).toEqual([2, 2]);
});

test('a feed that a chat follows already is known to it by name, listed or not', async () => {
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);

  await stage.say(ANNA, ANNA, '/subscribe the paper');
  expect(stage.said(ANNA)).toBe('The Paper is followed here already.');
  await stage.say(ANNA, ANNA, '/subscribe the paper to @paper_channel');
  expect(await followed(CHANNEL)).toEqual(['The Paper']);
});

test('a catalogue of sixty feeds has pages, and the page’s own number may be tapped', async () => {
  for (let number = 10; number < 70; number += 1) await stage.stock(`Feed ${number}`);
  await stage.say(ANNA, ANNA, '/subscribe');
  expect(stage.buttons(ANNA)).toEqual([
    ...[10, 11, 12, 13, 14, 15, 16, 17].map((it) => `Feed ${it}`),
    ...['‹', '1 / 8', '›'],
  ]);

  await stage.press(ANNA, ANNA, '‹');
  expect(stage.buttons(ANNA)).toEqual([
    'Feed 66',
    'Feed 67',
    'Feed 68',
    'Feed 69',
    '‹',
    '8 / 8',
    '›',
  ]);
  await stage.press(ANNA, ANNA, '8 / 8');
  expect(stage.texts(ANNA)).toHaveLength(1);
  await stage.press(ANNA, ANNA, 'Feed 69');
  expect(stage.buttons(ANNA)[3]).toBe('✓ Feed 69');

  await stage.say(ANNA, ANNA, '/subscribe 60');
  expect(stage.said(ANNA)).toBe('Feed 69 is followed here already.');
});

test.each([
  ['http://10.0.0.1/feed', '10.0.0.1'],
  ['http://192.168.1.1/', '192.168.1.1'],
  ['http://[::1]/feed', '[::1]'],
  ['http://169.254.169.254/latest/meta-data', '169.254.169.254'],
])('the private address %s is refused as one', async (address, host) => {
  await stage.say(ANNA, ANNA, `/subscribe ${address}`);

  expect(stage.said(ANNA)).toBe(`${host} is not a public address, so I may not go there.`);
});

test('a redirect into a private address is refused as well', async () => {
  stage.paper.answerNext({ status: 302, headers: { location: 'http://10.0.0.1/secret' } });

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/moved`);

  expect(stage.said(ANNA)).toContain('is not a public address, so I may not go there.');
});

test.each([
  [{ status: 403 }, 'does not let me in'],
  [{ status: 404 }, 'There is nothing at that address'],
  [{ status: 410 }, 'There is nothing at that address'],
  [{ status: 429 }, 'come back later'],
  [{ status: 500 }, 'a problem of its own'],
  [{ status: 200, headers: { 'content-type': 'text/plain' }, body: 'hello' }, 'is not a feed'],
  [{ status: 302, headers: { location: '/moved' } }, 'round and round'],
])('a site that answers %j is explained: %s', async (answer, sentence) => {
  stage.paper.answerNext(...Array.from({ length: 30 }, () => answer));

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/moved`);

  expect(stage.said(ANNA)).toContain(sentence);
});

test('a site without any feed is told with what was tried', async () => {
  stage.paper.answerNext(page(), ...Array.from({ length: 10 }, () => ({ status: 404 })));

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/empty`);

  expect(stage.said(ANNA)).toContain('tried 10 usual addresses');
});

test('a post that a channel does not take is told to whoever asked', async () => {
  await stage.stock('Gazette', ['Bridge opens']);
  stage.telegram.throwSwitch({ chatId: CHANNEL, name: 'mute', on: true });

  await stage.say(ANNA, ANNA, '/subscribe gaz to @paper_channel');

  expect(stage.said(ANNA)).toBe('I may not write in Paper channel. Please give me the right to.');
});

test('a group that forbids pictures gets its sample as text', async () => {
  stage.paper.print({ id: 'one', picture: 'bridge' });
  stage.telegram.throwSwitch({ chatId: GROUP, name: 'noPictures', on: true });

  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.feedUrl}`);

  await vi.waitFor(() => expect(stage.titles(GROUP)).toEqual(['one']), 10_000);
});

test('with the catalogue only, strangers follow what owners listed, by name, address or site', async () => {
  await clear(stage);
  stage = await setStage({ ACCESS: 'catalogue' });
  await stage.stock('Gazette');
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
  stage.paper.requests.length = 0;

  await stage.say(STRANGER, STRANGER, `/subscribe ${stage.paper.url}/other.xml`);
  expect(stage.said(STRANGER)).toContain('only its owners add new addresses');
  await stage.say(STRANGER, STRANGER, `${stage.paper.url}/bare.xml`);
  expect(stage.said(STRANGER)).toContain('only its owners add new addresses');
  expect(stage.paper.requests).toEqual([]);
  await stage.say(STRANGER, STRANGER, `/subscribe ${stage.paper.feedUrl}`);
  expect(await followed(STRANGER)).toEqual(['The Paper']);
  await stage.say(BEN, BEN, '/subscribe the p');
  await stage.say(BEN, BEN, '/subscribe example.org');
  expect(await followed(BEN)).toEqual(['Gazette', 'The Paper']);
});

test('names stand as people look them up: numbers by their size, capitals or not, and by the owner’s name', async () => {
  for (const title of ['Paper 10', 'paper 9', 'Zebra', 'apple']) await stage.stock(title);
  await stage.say(OWNER, OWNER, '/setfeed Zebra name=Bee');
  const inOrder = ['apple', 'Bee', 'paper 9', 'Paper 10'];

  await stage.say(ANNA, ANNA, '/subscribe');
  expect(stage.buttons(ANNA)).toEqual(inOrder);
  for (const name of inOrder) await stage.press(ANNA, ANNA, name);

  await stage.say(ANNA, ANNA, '/list');
  expect(stage.said(ANNA).match(/(?<=\d\. ).*(?= —)/g)).toEqual(inOrder);
});

test('a feed that has gone since the page was shown leaves the page, which stays the one it was', async () => {
  for (let number = 10; number < 20; number += 1) await stage.stock(`Feed ${number}`);
  await stage.say(ANNA, ANNA, '/subscribe to @paper_channel');
  await stage.press(ANNA, ANNA, '›');
  await stage.store.feeds.remove((await stage.store.feeds.catalogue()).at(-1)?.id ?? 0);

  const { text } = await stage.press(ANNA, ANNA, 'Feed 19');

  expect(text).toBe('That is no longer there. Here is how things stand now.');
  expect(stage.said(ANNA)).toContain('Feeds for Paper channel');
  expect(stage.buttons(ANNA)).toEqual(['Feed 18', '‹', '2 / 2', '›']);
});
