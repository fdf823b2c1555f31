import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, OWNER } from '../world.ts';
import { clear, feed, page, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;
/** As long as no paper would call itself. */
const LONG = 'The Very Long Name of a Paper '.repeat(130);

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const catalogue = async () =>
  (await stage.store.feeds.catalogue()).map(({ title, name, category }) => ({
    title,
    name,
    category,
  }));

test('/addfeed lists a feed under the name and category given, and shows its newest post', async () => {
  stage.paper.print({ id: 'one' });

  await stage.say(
    OWNER,
    OWNER,
    `/addfeed ${stage.paper.feedUrl} name=My morning paper category=world`,
  );

  expect(await catalogue()).toEqual([
    { title: 'The Paper', name: 'My morning paper', category: 'world' },
  ]);
  expect(stage.texts(OWNER)[0]).toBe('My morning paper is in the catalogue.');
  expect(stage.titles(OWNER)).toEqual(['one']);
});

test('/addfeed of a page with several feeds lists the one that is tapped', async () => {
  stage.paper.answerNext(
    page({ title: 'World', href: '/world.xml' }, { title: 'Sport', href: '/sport.xml' }),
    feed('Sport'),
  );
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.url}/sections category=games`);

  await stage.press(OWNER, OWNER, 'Sport');

  expect(await catalogue()).toEqual([{ title: 'Sport', name: null, category: 'games' }]);
  expect(await stage.store.subscriptions.ofChat(OWNER)).toEqual([]);
  expect(stage.said(OWNER)).toBe('Sport is in the catalogue.');
});

test('/addfeed lists a feed that somebody followed before', async () => {
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);

  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);

  expect(await catalogue()).toHaveLength(1);
});

test.each([
  ['/addfeed', 'Send /addfeed and the address'],
  ['/addfeed https://example.org colour=red', 'I do not know the option “colour” here.'],
  ['/addfeed nonsense', '“nonsense” is neither a feed of the catalogue nor a web address.'],
  ['/addfeed http://10.0.0.1/', '10.0.0.1 is not a public address'],
  ['/removefeed', 'Send /removefeed and the number or the name'],
  ['/removefeed nothing', 'I know no feed called “nothing”.'],
  ['/check nothing', 'I know no feed called “nothing”.'],
  ['/check', 'There is no feed to check yet.'],
  ['/feeds', 'The catalogue is empty so far. Put the first feed into it with /addfeed'],
])('%s is answered: %s', async (command, sentence) => {
  await stage.say(OWNER, OWNER, command);

  expect(stage.said(OWNER)).toContain(sentence);
});

test('/feeds tells of each feed who reads it, when it was had and when it will be', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, ANNA, '/subscribe gazette');

  await stage.say(OWNER, OWNER, '/feeds');

  expect(stage.said(OWNER)).toBe(
    'One feed in the catalogue\n\n' +
      '1. Gazette\n✓ 1 chat · last 12:00 · next 12:01\n' +
      'Posts a day, over the last week: 0',
  );
});

test('/feeds tells since when and why a feed fails', async () => {
  await stage.stock('Gazette');
  stage.paper.answerNext({ status: 404 });
  await stage.pass(2 * MINUTE_MS);
  await stage.tick();

  await stage.say(OWNER, OWNER, '/feeds');

  expect(stage.said(OWNER)).toContain('⚠ failed once: There is nothing at that address');
});

test('/feeds and /check of sixty feeds with the longest names stay within a message', async () => {
  for (let number = 10; number < 70; number += 1) {
    stage.paper.answerNext(feed(`${number} ${LONG}`));
    const category = LONG.slice(0, 500);
    await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.url}/${number}.xml category=${category}`);
  }

  await stage.say(OWNER, OWNER, '/feeds');
  expect(stage.buttons(OWNER).slice(-4)).toEqual(['10', '‹', '1 / 6', '›']);
  for (let turn = 0; turn < 5; turn += 1) await stage.press(OWNER, OWNER, '›');
  expect(stage.buttons(OWNER).slice(-4)).toEqual(['60', '‹', '6 / 6', '›']);
  expect(stage.said(OWNER)).toContain('60. 69 The Very Long Name');
  await stage.press(OWNER, OWNER, '6 / 6');

  // Nothing is at the addresses any more: sixty failures.
  await stage.say(OWNER, OWNER, '/check');
  await vi.waitFor(() => expect(stage.said(OWNER).split('\n')).toHaveLength(16), 10_000);
  expect(stage.said(OWNER)).toContain('… and 45 more');
  await stage.say(OWNER, OWNER, '/feeds');
  expect(stage.said(OWNER)).toContain('⚠ failed once');
});

test('/removefeed asks first, with the number of chats, and then takes it from all of them', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, ANNA, '/subscribe gazette');

  await stage.say(OWNER, OWNER, '/removefeed gaz');
  expect(stage.said(OWNER)).toBe(
    'Shall I take Gazette out of the catalogue? One chat follows it and will get nothing more of it.',
  );
  await stage.press(OWNER, OWNER, 'Take it out');

  expect(stage.said(OWNER)).toBe('Gazette is gone.');
  expect(await catalogue()).toEqual([]);
  expect(await stage.store.subscriptions.ofChat(ANNA)).toEqual([]);
});

test('a second tap on what is gone already says so', async () => {
  await stage.stock('Gazette');
  await stage.say(OWNER, OWNER, '/removefeed gaz');
  await stage.say(OWNER, OWNER, '/removefeed gaz');
  await stage.press(OWNER, OWNER, 'Take it out');

  const { text } = await stage.forge(OWNER, OWNER, 'rm:1');

  expect(text).toBe('That is no longer there. Here is how things stand now.');
});

test('/check tells what was found, and what is new goes out', async () => {
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/subscribe the paper');
  stage.paper.print({ id: 'one' });
  stage.paper.print({ id: 'two' });

  await stage.say(OWNER, OWNER, '/check');
  expect(stage.said(OWNER)).toBe('The Paper: 2 new entries');
  await stage.pass(100);
  expect(stage.titles(ANNA)).toEqual(['one', 'two']);

  await stage.say(OWNER, OWNER, '/check the paper');
  expect(stage.said(OWNER)).toBe('The Paper: nothing new');
});

test('/status tells how the newswire is doing', async () => {
  await stage.stock('Gazette');
  await stage.pass(3 * 60 * MINUTE_MS);

  await stage.say(OWNER, OWNER, '/status');

  expect(stage.said(OWNER).split('\n')).toEqual([
    expect.stringMatching(/^Telewire \d+\.\d+\.\d+$/),
    'Running for 3 hours',
    'Feeds: 1 healthy, 0 failing',
    'Outbox: empty',
    'Sent within the last minute: 0',
    'Memory: 0 MB',
    'Database: 0 MB',
  ]);
});

test('/status counts what was sent within a minute, and the feeds that have fallen silent', async () => {
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/subscribe the paper');
  stage.paper.print({ id: 'one' });
  stage.paper.print({ id: 'two' });
  await stage.say(OWNER, OWNER, '/check');
  await stage.pass(100);
  const [paper] = await stage.store.feeds.all();
  await stage.store.feeds.save(paper?.id ?? 0, { trouble: 'stale' });

  await stage.say(OWNER, OWNER, '/status');
  expect(stage.said(OWNER)).toContain('Feeds: 1 healthy, 0 failing\nSilent for long: 1');
  expect(stage.said(OWNER)).toContain('Sent within the last minute: 2');

  await stage.pass(MINUTE_MS);
  await stage.say(OWNER, OWNER, '/status');
  expect(stage.said(OWNER)).toContain('Sent within the last minute: 0');
});

test('/status tells which of several processes does what, and since when', async () => {
  const now = stage.clock.now();
  await stage.store.duties.take('web', { id: 'cellar/77/b', isGone: () => false }, now);

  await stage.say(OWNER, OWNER, '/status');

  const [, told = ''] = stage.said(OWNER).split('\n\n');
  expect(told).toContain('Processes on this database: 2');
  expect(told).toContain('cellar (77): web since 25 Nov 2026, 12:00');
  expect(told).toMatch(
    /\(\d+\): bot since 25 Nov 2026, 12:00, deliver since 25 Nov 2026, 12:00, (?:and )?collect/,
  );
});

test.each(['localhost:1', 'example.invalid:8080/feed'])(
  '/addfeed %s names the host as it was written',
  async (address) => {
    await stage.say(OWNER, OWNER, `/addfeed ${address}`);

    expect(stage.said(OWNER)).toContain(address.split('/')[0]);
  },
);

test('/addfeed with a password in the address deletes the message, and shows it to nobody', async () => {
  const url = stage.paper.feedUrl.replace('://', '://anna:swordfish@');

  await stage.say(OWNER, OWNER, `/addfeed ${url}`);

  expect(stage.texts(OWNER)).toContain('I have deleted your message: it held a secret.');
  expect(JSON.stringify(stage.messages(OWNER))).not.toContain('swordfish');
});

test.each(['*/0 * * * *', '61 * * * *', '0 7 30 2 *', '0 7 * * * Nowhere/City'])(
  '/addfeed takes no timetable that never comes: %s',
  async (schedule) => {
    await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl} schedule="${schedule}"`);

    expect(stage.said(OWNER)).toContain('is no schedule.');
    expect(await catalogue()).toEqual([]);
  },
);
