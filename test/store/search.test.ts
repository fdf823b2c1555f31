import fc from 'fast-check';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { beforeEach, expect, test } from 'vitest';
import type { Article } from '../../src/model.ts';
import { migrations } from '../../src/store/migrations.ts';
import type { Feed, Schema } from '../../src/store/schema.ts';
import { RANKED } from '../../src/store/search.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { emptyDatabase, serverUrl, testOf } from '../database.ts';
import { addFeed, article, entry, NOW } from './content.ts';
import { databasePath, emptyStore } from './seed.ts';

/** To PostgreSQL each goes through a socket. */
const RUNS = serverUrl === null ? 1_000 : 400;

let store: Store;
let feed: Feed;

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'paper');
});

async function keep(to: Feed, ...articles: Article[]): Promise<void> {
  const fresh = articles.map((it) => entry(it.title, { article: it }));
  await store.feeds.commit({ feedId: to.id, changes: {}, fresh, owedTo: 'nobody' }, NOW);
}

const written = (title: string, markdown: string, more: Partial<Article> = {}): Article => ({
  ...article(title),
  ...{ markdown, ...more },
});

async function titles(words: string, ...feeds: Feed[]): Promise<string[] | null> {
  const feedIds = (feeds.length === 0 ? [feed] : feeds).map(({ id }) => id);
  const found = await store.search.find(words, { feedIds, limit: 50, offset: 0 });
  return found?.entries.map((it) => it.article.title) ?? null;
}

test.each([
  ['bridge', ['Bridge opens']],
  ['BRIDGE', ['Bridge opens']],
  ['open', ['Bridge opens']],
  ['river bridge', ['Bridge opens']],
  ['bridge lake', []],
  ['"new bridge"', ['Bridge opens']],
  ['"bridge new"', []],
  ['bridge -river', []],
  ['bridge -"river new"', ['Bridge opens']],
  ['author', ['Bridge opens']],
  ['elections', ['Élections à Genève']],
  ['geneve élections', ['Élections à Genève']],
  ['l’été', ['Élections à Genève']],
  ['STRASSE', ['Straße gesperrt']],
  ['straße', ['Straße gesperrt']],
  ['выборы', ['Вы́боры в Москве']],
  ['c++', ['C++ and C#']],
  ['c#', ['C++ and C#']],
  ['مدرسة', ['افتتاح مَدْرَسَة جديدة']],
  ['מלחמה', ['מִלְחָמָה']],
])('“%s” finds %j', async (words, found) => {
  await keep(
    feed,
    written('Bridge opens', 'The **new bridge** over the [river](https://example.org/secret).', {
      author: 'Ann Author',
    }),
    written('Élections à Genève', 'Rien de neuf cet l’été.'),
    written('Straße gesperrt', 'Baustelle.'),
    written('Вы́боры в Москве', 'Итоги.'),
    written('C++ and C#', 'Languages.'),
    written('افتتاح مَدْرَسَة جديدة', 'نص.'),
    written('מִלְחָמָה', 'טקסט.'),
  );

  expect(await titles(words)).toEqual(found);
});

test.each([
  ['北京', ['北京下雪了']],
  ['下雪', ['北京下雪了']],
  ['京下', ['北京下雪了']],
  ['北京下雪了', ['北京下雪了']],
  ['雪', ['北京下雪了']],
  ['央行', ['财经']],
  ['降息', ['财经']],
  ['上海', []],
  ['北京 -下雪', []],
  ['タワー', ['東京タワー']],
  ['東京', ['東京タワー']],
  ['が好き', ['東京タワー']],
  ['ｶﾞﾗｽ', ['東京タワー']],
  ['서울', ['서울에서 만나요']],
  ['iphone手机', ['新iPhone手机']],
  ['กรุงเทพ', ['ข่าวกรุงเทพวันนี้']],
])('without blanks between words, “%s” finds %j', async (words, found) => {
  await keep(
    feed,
    written('北京下雪了', '天气。'),
    written('财经', '中国央行宣布降息。'),
    written('東京タワー', '猫が好きです。ガラス'),
    written('서울에서 만나요', '소식'),
    written('新iPhone手机', '评测'),
    written('ข่าวกรุงเทพวันนี้', 'ข่าว'),
  );

  expect(await titles(words)).toEqual(found);
});

test('a word in the title counts more than one in the text, and of equals the newest comes first', async () => {
  const other = Array.from({ length: 20 }, (_, it) => written(`Other ${it}`, 'Nothing.'));
  await keep(feed, ...other);
  await keep(feed, written('Rain', 'Wet.'), written('Snow', 'And rain.'), written('rain', 'Wet.'));

  expect(await titles('rain')).toEqual(['rain', 'Rain', 'Snow']);
});

test('a finished word comes before one that only begins with it', async () => {
  await keep(feed, written('cat', 'One.'), written('catalogue', 'Two.'));

  expect(await titles('cat')).toEqual(['cat', 'catalogue']);
});

test('only these feeds are searched, however many they are', async () => {
  const other = await addFeed(store, 'other');
  await keep(feed, written('Rain here', 'Wet.'));
  await keep(other, written('Rain there', 'Wet.'));

  expect(await titles('rain', other)).toEqual(['Rain there']);
  expect(await titles('rain', feed, other)).toEqual(['Rain there', 'Rain here']);
  const nobodys = Array.from({ length: 5_000 }, (_, it) => ({ ...other, id: 1_000 + it }));
  expect(await titles('rain', feed, ...nobodys)).toEqual(['Rain here']);
  const none = await store.search.find('rain', { feedIds: [], limit: 9, offset: 0 });
  expect(none).toMatchObject({ entries: [], count: 0 });
});

test('articles are found by what their feed is called now', async () => {
  const other = await addFeed(store, 'other');
  await keep(feed, written('Rain', 'Wet.'));
  await keep(other, written('Rain too', 'Wet.'));

  await store.feeds.save(feed.id, { name: 'The Daily Planet' });

  expect(await titles('planet rain', feed, other)).toEqual(['Rain']);
  expect(await titles('pap rain', feed, other)).toEqual([]);
});

test('a page holds so many, and the count is of all', async () => {
  await keep(feed, ...Array.from({ length: 12 }, (_, it) => written(`Rain ${it}`, 'Wet.')));

  const page = await store.search.find('rain', { feedIds: [feed.id], limit: 5, offset: 10 });

  expect(page?.count).toBe(12);
  expect(page?.entries.map(({ id }) => id)).toEqual(['Rain 1', 'Rain 0']);
});

test('of a word that is everywhere the newest are ranked', async () => {
  await keep(feed, ...Array.from({ length: RANKED + 5 }, (_, it) => written(`Rain ${it}`, 'Wet.')));

  const page = await store.search.find('rain', { feedIds: [feed.id], limit: 1, offset: 0 });

  expect(page).toMatchObject({ count: RANKED, entries: [{ id: `Rain ${RANKED + 4}` }] });
});

test('an article that has changed is found by its new words alone', async () => {
  await keep(feed, written('Rain', 'Wet.'));
  const [stored] = await store.entries.newest([feed.id], 1);
  if (!stored) throw new Error('Nothing was kept');
  await store.entries.replaceArticle(stored, written('Rain', 'Umbrellas.'));
  expect([await titles('wet'), await titles('umbrellas')]).toEqual([[], ['Rain']]);

  const revised = { id: 'Rain', article: written('Sun', 'Dry.'), shown: 'x' };
  const revision = { ...revised, visible: 'words' as const };
  const fetched = { feedId: feed.id, changes: {}, fresh: [], revised: [revision] };
  await store.feeds.commit({ ...fetched, owedTo: 'nobody' }, NOW);

  expect([await titles('rain'), await titles('umbrellas')]).toEqual([[], []]);
  expect(await titles('dry')).toEqual(['Sun']);
});

test('what is gone with its feed is found no more, and nothing takes its place', async () => {
  await keep(feed, written('Rain', 'Wet.'), written('Snow', 'Cold.'));
  await store.feeds.remove(feed.id);
  const next = await addFeed(store, 'next');
  await keep(next, written('Sun', 'Dry.'));

  expect(await titles('rain', feed, next)).toEqual([]);
  expect(await titles('sun', next)).toEqual(['Sun']);
});

test('an entry without an article is not searched until it has one', async () => {
  const fresh = [entry('Rain', { article: null })];
  await store.feeds.commit({ feedId: feed.id, changes: {}, fresh, owedTo: 'nobody' }, NOW);
  expect(await titles('rain')).toEqual([]);

  const revised = { id: 'Rain', article: written('Rain', 'Wet.'), shown: 'x' };
  const revision = { ...revised, visible: 'no' as const };
  const fetched = { feedId: feed.id, changes: {}, fresh: [], revised: [revision] };
  await store.feeds.commit({ ...fetched, owedTo: 'nobody' }, NOW);

  expect(await titles('rain')).toEqual(['Rain']);
});

test('the index is on disk, and a fault while an entry is saved leaves no trace of it', async () => {
  const database = await emptyDatabase();
  const before = await openStore(database);
  const kept = await addFeed(before, 'kept');
  const fresh = [entry('Rain'), entry('Snow', { title: null as never })];
  const fetched = { feedId: kept.id, changes: {}, fresh, owedTo: 'nobody' } as const;
  await expect(before.feeds.commit(fetched, NOW)).rejects.toThrow();
  await before.feeds.commit({ ...fetched, fresh: [entry('Sun')] }, NOW);
  await before.close();

  store = await emptyStore(database);

  expect([await titles('rain', kept), await titles('sun', kept)]).toEqual([[], ['Sun']]);
});

test.each(['', ' ', '"', '""', '-', '-rain', '😀', '* ( ) : ^', '“ ”', '\0'])(
  '%j names nothing to look for',
  async (words) => {
    expect(await titles(words)).toBeNull();
  },
);

test('whatever is typed is words, never a language of the database', async () => {
  await keep(feed, written('Rain', 'Wet.'));
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '*', '(', ')', '^', ':', '-', '+', '#', '{title}', 'AND', 'OR', 'NOT'),
    fc.constantFrom('NEAR(', 'title:', "';--", '\0', '北', '京', '\ud800', 'rain', '“', '%', '_'),
  );
  const typed = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' '));

  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const found = await titles(words);
      expect(found === null || found.length <= 1).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('any title is found by itself', async () => {
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  let kept = 0;

  await fc.assert(
    fc.asyncProperty(title, async (words) => {
      kept += 1;
      const own = entry(`${kept}`, { article: written(words, 'Text.') });
      const fetched = { feedId: feed.id, changes: {}, fresh: [own] };
      await store.feeds.commit({ ...fetched, owedTo: 'nobody' }, NOW);
      const quoted = words.replace(/["“”„«»]/g, ' ');
      const found = await titles(`"${quoted}"`);
      expect(found === null || found.includes(words)).toBe(true);
    }),
    { numRuns: 0.3 * RUNS },
  );
});

testOf(
  'sqlite',
  'articles of before the search are found too, those that came last first',
  async () => {
    const path = databasePath();
    const db = new Kysely<Schema>({ dialect: sqliteDialect(path) });
    const before = '0008 digests, quiet hours, pace, inbox';
    await new Migrator({ db, provider: migrations }).migrateTo(before);
    await sql`insert into feed (id, url, title, listed, ${sql.ref('nextFetchAt')},
      ${sql.ref('intervalMs')}, ${sql.ref('claimedUntil')}, failures, ${sql.ref('createdAt')})
    values (1, 'https://example.org/feed', 'Old', 0, 0, 0, 0, 0, 0)`.execute(db);
    for (let number = 0; number < 450; number += 1) {
      const kept = number === 7 ? null : JSON.stringify(written(`Rain ${number}`, 'Wet.'));
      await sql`insert into entry (${sql.ref('feedId')}, id, token, title, at, ${sql.ref('seenAt')}, article)
      values (1, ${`${number}`}, ${`token ${number}`}, '', ${-number}, 0, ${kept})`.execute(db);
    }
    await db.destroy();

    store = await emptyStore(path);
    const found = await store.search.find('wet', { feedIds: [1], limit: 2, offset: 0 });

    expect(found).toMatchObject({ count: 449, entries: [{ id: '0' }, { id: '1' }] });
  },
);
