import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onFaultyDisk } from '../faults.ts';
import { databasePath } from '../store/seed.ts';
import {
  ANNA,
  BEN,
  CHANNEL,
  createTestWorld,
  expectNoCrash,
  FORUM,
  GROUP,
  OWNER,
  type TestWorld,
} from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  stage.paper.print({ id: 'old' });
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/subscribe the paper');
});

afterEach(() => clear(stage));

async function nextRound(world: TestWorld = stage): Promise<void> {
  await world.pass(6 * MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

async function publish(...titles: string[]): Promise<void> {
  for (const title of titles) stage.paper.print({ id: title.replaceAll(' ', '-'), title });
  await nextRound();
}

const relayed = (chatId = ANNA) => stage.titles(chatId).filter((title) => title !== 'old');
const filterOf = async (chatId: number) => (await stage.store.chats.get(chatId))?.filter;
const ownFilter = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ ownFilter }) => ownFilter);

describe('what is delivered', () => {
  test('only entries that pass the filter of the feed come', async () => {
    await stage.say(ANNA, ANNA, '/filter the paper harbour -football');
    await publish('Harbour opens', 'Football in the harbour', 'Weather');

    expect(relayed()).toEqual(['Harbour opens']);
    expect(await stage.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
    const filtered = stage.logged.filter(({ event }) => event === 'delivery.filtered');
    expect(filtered).toMatchObject([{ of: 'subscription' }, { of: 'subscription' }]);
  });

  test('the filter of the chat and that of the feed must both let an entry pass', async () => {
    await stage.say(ANNA, ANNA, '/filter all -football');
    await stage.say(ANNA, ANNA, '/filter the paper harbour');
    await publish('Football in the harbour', 'Weather', 'Harbour opens');

    expect(relayed()).toEqual(['Harbour opens']);
  });

  test('another chat gets what this one does not want', async () => {
    await stage.say(ANNA, GROUP, '/subscribe the paper');
    await stage.say(ANNA, ANNA, '/filter all -football');
    await publish('Football');

    expect(relayed(ANNA)).toEqual([]);
    expect(relayed(GROUP)).toEqual(['Football']);
  });

  test('what a filter leaves out costs no turn of the pace', async () => {
    const world = await createTestWorld({ settings: { RATE_CHAT: '1/h' } });
    world.paper.print({ id: 'old' });
    await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
    await world.say(ANNA, ANNA, '/filter the paper harbour');
    await world.pass(3 * 60 * MINUTE_MS);
    for (const id of ['one', 'two', 'three', 'harbour']) world.paper.print({ id });
    await nextRound(world);

    expect(world.titles(ANNA)).toEqual(['old', 'harbour']);
    await world.end();
    expectNoCrash(world);
  });

  test('a change of an entry that was left out changes nothing', async () => {
    await stage.say(ANNA, ANNA, '/filter the paper -football');
    await publish('Football');
    stage.paper.revise('Football', { title: 'Harbour' });
    await nextRound();

    expect(relayed()).toEqual([]);
    expect(await stage.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
  });

  test('a filter that is taken away lets everything come again, but nothing of before', async () => {
    await stage.say(ANNA, ANNA, '/filter the paper harbour');
    await publish('Weather');
    await stage.say(ANNA, ANNA, '/filter the paper off');
    expect(stage.said(ANNA)).toBe('The Paper: everything comes again.');
    await publish('Football');

    expect(relayed()).toEqual(['Football']);
  });

  test('/latest shows what passes, and says when nothing does', async () => {
    await publish('Harbour opens', 'Football', 'Weather');
    await stage.say(ANNA, ANNA, '/filter all harbour');
    await stage.say(ANNA, ANNA, '/latest 1');
    expect(stage.said(ANNA)).toMatch(/^Harbour opens\n/);

    await stage.say(ANNA, ANNA, '/filter all nonsense');
    await stage.say(ANNA, ANNA, '/latest');
    expect(stage.said(ANNA)).toBe(
      'None of the newest posts passes the filters. /filter shows them.',
    );
  });

  test('a filter outlives a restart', async () => {
    const world = await createTestWorld({ database: databasePath() });
    world.paper.print({ id: 'old' });
    await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
    await world.pass(5_000);
    await world.say(ANNA, ANNA, '/filter all -football');
    await world.pass(5_000);
    await world.restart();
    world.paper.print({ id: 'football' });
    world.paper.print({ id: 'harbour' });
    await nextRound(world);
    await world.say(ANNA, ANNA, `/why ${world.paper.url}/football`);

    expect(world.titles(ANNA)).toEqual(['old', 'harbour']);
    expect(world.texts(ANNA).at(-1)).toBe(
      'football\nFrom The Paper. Left out by this chat’s filter for all feeds: “-football”.',
    );
    await world.end();
    expectNoCrash(world);
  });

  test.each(['ledger.record', 'outbox.done'])(
    'a power cut at %s while an entry is left out sends nothing, and holds up nothing',
    async (fault) => {
      const faults = new Set<string>();
      const world = await createTestWorld({ breakStore: onFaultyDisk(faults) });
      world.paper.print({ id: 'old' });
      await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
      await world.pass(5_000);
      await world.say(ANNA, ANNA, '/filter the paper -football');
      await world.pass(5_000);
      world.paper.print({ id: 'football' });
      world.paper.print({ id: 'harbour' });
      faults.add(fault);
      await nextRound(world);
      await world.pass(10_000);

      const crashes = world.logged.filter(({ event }) => event === 'delivery.crashed');
      expect(crashes).toHaveLength(1);
      expect(world.titles(ANNA)).toEqual(['old', 'harbour']);
      expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
      await world.end();
    },
  );

  test('a group that becomes a supergroup keeps its filters', async () => {
    await stage.say(ANNA, GROUP, '/subscribe the paper');
    await stage.say(ANNA, GROUP, '/filter all -football');
    await stage.say(ANNA, GROUP, '/filter the paper -rugby');
    const supergroup = stage.telegram.migrate(GROUP);
    await publish('Football', 'Rugby', 'Weather');

    expect(relayed(supergroup)).toEqual(['Weather']);
    expect(await filterOf(supergroup)).toBe('-football');
    expect(await ownFilter(supergroup)).toEqual(['-rugby']);
  });

  test('unsubscribing and undoing it keeps the filter', async () => {
    await stage.say(ANNA, ANNA, '/filter the paper -football');
    await stage.say(ANNA, ANNA, '/unsubscribe the paper');
    await stage.press(ANNA, ANNA, 'Undo');

    expect(await ownFilter(ANNA)).toEqual(['-football']);
  });
});

describe('/why names the rule', () => {
  test.each([
    ['/filter all -football', 'this chat’s filter for all feeds: “-football”'],
    ['/filter the paper +harbour +/cup \\d/i', 'this chat’s filter for it: “+harbour”'],
    [
      '/filter the paper harbour title:weather',
      'this chat’s filter for it: “harbour title:weather”',
    ],
  ])('%s', async (line, reason) => {
    await stage.say(ANNA, ANNA, line);
    await publish('Football');
    await stage.say(ANNA, ANNA, `/why ${stage.paper.url}/Football`);

    expect(stage.said(ANNA)).toBe(`Football\nFrom The Paper. Left out by ${reason}.`);
  });

  test('of the feed’s owner, who sets it for everyone', async () => {
    await stage.say(OWNER, OWNER, '/setfeed the paper filter=-football schedule=auto');
    expect(stage.said(OWNER)).toContain('\nFilter: -football');
    await publish('Football', 'Weather');
    await stage.say(ANNA, ANNA, `/why ${stage.paper.url}/Football`);

    expect(relayed()).toEqual(['Weather']);
    expect(stage.said(ANNA)).toBe(
      'Football\nFrom The Paper. Left out by the filter that its owner has set: “-football”.',
    );

    await stage.say(OWNER, OWNER, '/setfeed the paper filter=off');
    expect(stage.said(OWNER)).not.toContain('Filter');
    await stage.say(OWNER, OWNER, '/setfeed the paper filter=/(/');
    expect(stage.said(OWNER)).toMatch(/^I do not understand the regular expression “\/\(\/”/);
  });
});

describe('what is said', () => {
  test('a new filter is tried on the newest posts', async () => {
    await publish('Harbour opens', 'Football');
    await stage.say(ANNA, ANNA, '/filter the paper harbour');

    expect(stage.said(ANNA)).toBe(
      'The Paper: from now on only what passes this filter comes.\nharbour\nOf the newest 3 posts 1 would have passed.',
    );
    expect(stage.last(ANNA).entities).toEqual([{ type: 'code', offset: 59, length: 7 }]);
  });

  test('/filter shows every filter of the chat, and one by its feed', async () => {
    await stage.say(ANNA, ANNA, '/filter');
    expect(stage.said(ANNA)).toMatch(
      /^There is no filter here, so everything comes\.\n\nSend \/filter,/,
    );

    await stage.say(ANNA, ANNA, '/filter all -football');
    await stage.say(ANNA, ANNA, '/filter the paper /harbour|port/i');
    await stage.say(ANNA, ANNA, '/filter');
    expect(stage.said(ANNA)).toBe('All feeds\n-football\n\nThe Paper\n/harbour|port/i');

    await stage.say(ANNA, ANNA, '/filter The');
    expect(stage.said(ANNA)).toBe(
      'The Paper: only what passes this filter comes.\n/harbour|port/i',
    );
  });

  test('/settings shows the filter, asks for another one, and takes it away', async () => {
    await stage.say(ANNA, ANNA, '/filter all -football');
    await stage.say(ANNA, ANNA, '/settings');
    expect(stage.said(ANNA)).toContain('\nFilter: -football');
    await stage.press(ANNA, ANNA, 'Filter …');
    expect(stage.said(ANNA)).toBe('Settings › Filter\n\n-football');
    await stage.press(ANNA, ANNA, 'Change …');
    expect(stage.said(ANNA)).toMatch(/^Send me the words to filter by/);
    await stage.press(ANNA, ANNA, 'Remove the filter');
    expect(await filterOf(ANNA)).toBeNull();
  });

  test('in Chinese', async () => {
    await stage.say(BEN, BEN, '/subscribe the paper');
    await stage.say(BEN, BEN, '/filter 全部 -足球');
    expect(stage.said(BEN)).toMatch(/^所有新闻源：从现在起，只发送符合以下条件的文章。\n-足球\n/);
    stage.paper.print({ id: 'cup', html: '<p>&#19990;&#30028;&#36275;&#29699;</p>' });
    await nextRound();
    await stage.say(BEN, BEN, `/why ${stage.paper.url}/cup`);
    expect(stage.said(BEN)).toContain('被本聊天对所有新闻源的筛选略去：“-足球”。');
  });

  test.each([
    ['/filter off', /^Send \/filter, the name/],
    ['/filter -football', /^Send \/filter, the name/],
    ['/filter “two words', /^Send \/filter, the name/],
    ['/filter nonsense -football', /^This chat does not follow “nonsense”/],
    ['/filter all titel:ball', /field of “titel:ball” \(character 1\)/],
    ['/filter all -a "open', /“"open” \(character 4\) is never closed/],
    ['/filter all /(?=x)/', /regular expression “\/\(\?=x\)\/” \(character 1\)/],
    ['/filter all -', /nothing to look for in “-” \(character 1\)/],
    [`/filter all ${'x'.repeat(501)}`, /too long: at most 500 characters/],
    [`/filter all ${'x '.repeat(21)}`, /too many words: at most 20\. I stopped reading at “x”/],
    ['/filter all /(a{300}){3}/', /simpler/],
  ])('%s', async (line, told) => {
    await stage.say(ANNA, ANNA, line);

    expect(stage.said(ANNA)).toMatch(told);
    expect([await filterOf(ANNA), ...(await ownFilter(ANNA))]).toEqual([null, null]);
  });
});

describe('who may', () => {
  test('a member of a group may not', async () => {
    await stage.say(BEN, GROUP, '/filter all -football');

    expect(stage.said(GROUP)).toMatch(/管理员/);
    expect(await filterOf(GROUP)).toBeNull();
  });

  test.each([
    '/filter all to @paper_channel -football',
    '/filter all -football to @paper_channel',
    '/filter $feed to @paper_channel -football',
  ])('%s: an administrator of a channel, from a private chat', async (line) => {
    await stage.say(ANNA, ANNA, '/subscribe the paper to @paper_channel');
    await stage.say(ANNA, ANNA, line.replace('$feed', stage.paper.feedUrl));
    await publish('Football', 'Weather');

    expect(relayed(CHANNEL)).toEqual(['Weather']);
    expect(relayed(ANNA)).toEqual(['Football', 'Weather']);
  });

  test('a stranger to a channel may not', async () => {
    await stage.say(BEN, BEN, '/filter all -football to @paper_channel');

    expect(stage.said(BEN)).toContain('@');
    expect((await filterOf(CHANNEL)) ?? null).toBeNull();
  });

  test('a phrase may speak of such a place', async () => {
    await stage.say(ANNA, ANNA, '/filter all -"went to @paper_channel today" -football');

    expect(await filterOf(ANNA)).toBe('-"went to @paper_channel today" -football');
  });

  test('in a topic the filter is that of the feed in this topic', async () => {
    const write = (text: string) => stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text });
    await write('/subscribe the paper');
    await write('/filter the paper -football');

    expect(await ownFilter(FORUM)).toEqual(['-football']);
  });
});
