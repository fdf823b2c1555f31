import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Alarms } from '../relay/alarms.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Surroundings } from './surroundings.ts';

type Named = Config['feeds'][number];

/** Keeps the catalogue as the configuration file says. */
export type ConfiguredFeeds = {
  /** At the start: as the configuration was then. */
  list(): Promise<void>;
  /** Looks whether the file has changed since. */
  tick(): Promise<void>;
};

export type ConfiguredFeedsDeps = {
  store: Pick<Store, 'feeds' | 'notes'>;
  config: Pick<Config, 'feeds' | 'minInterval'>;
  surroundings: Pick<Surroundings, 'clock' | 'feedsFile'>;
  alarms: Pick<Alarms, 'raise' | 'clear'>;
  log: Log;
};

const NOTE = 'configured-feeds';

/**
 * What the file says is compared with what it said before, and only the difference is done, and only where nobody has
 * said otherwise by command since: what owners rename keeps its name, and what they remove stays away.
 */
export function createConfiguredFeeds(deps: ConfiguredFeedsDeps): ConfiguredFeeds {
  const { store, config, surroundings, alarms, log } = deps;
  const { clock, feedsFile } = surroundings;
  let working: Promise<void> = Promise.resolve();

  return {
    async list() {
      // Of several processes some may have no file: they say nothing of feeds.
      if (config.feeds.length > 0) await apply(config.feeds);
      // With a fault in its file the program would not have started.
      alarms.clear('settings');
    },
    async tick() {
      const read = feedsFile?.() ?? { kind: 'same' };
      if (read.kind === 'faults') {
        log('config.failed', { faults: read.faults });
        alarms.raise({ kind: 'settings', reason: read.faults.join(' ') });
      }
      if (read.kind === 'changed') {
        alarms.clear('settings');
        working = working.catch(() => {}).then(() => apply(read.feeds));
        await working;
        log('config.feeds', { feeds: read.feeds.length });
      }
    },
  };

  async function apply(feeds: Named[]): Promise<void> {
    const said = new Map((await store.notes.get<Named[]>(NOTE))?.map((it) => [it.url, it]));
    for (const feed of feeds) await put(feed, said.get(feed.url));
    const urls = new Set(feeds.map(({ url }) => url));
    for (const before of said.values()) if (!urls.has(before.url)) await take(before);
    await store.notes.set(NOTE, feeds);
  }

  async function put(feed: Named, before: Named | undefined): Promise<void> {
    const known = await store.feeds.byUrl(feed.url);
    if (!before) return add(feed, known);
    // Somebody has removed or renamed it since the file said so, or it has moved.
    if (!known || !isAsSaid(known, before) || isSame(feed, before)) return;
    await store.feeds.save(known.id, wordsOf(feed));
  }

  /** What owners said of it before the file did goes before what the file says. */
  async function add(feed: Named, known: Feed | undefined): Promise<void> {
    const made = { url: feed.url, title: '', listed: 1, addedBy: null };
    const { id } = await store.feeds.add({ ...made, intervalMs: config.minInterval }, clock.now());
    if (!known) await store.feeds.save(id, wordsOf(feed));
  }

  /** Who follows it goes on following it. */
  async function take(before: Named): Promise<void> {
    const known = await store.feeds.byUrl(before.url);
    if (!known || !isAsSaid(known, before) || known.listed !== 1) return;
    await store.feeds.save(known.id, { listed: 0 });
    log('feed.unlisted', { feedId: known.id, url: known.url });
  }
}

type Words = { name: string | null; category: string | null };

function wordsOf({ name, category }: Named): Words {
  return { name: name ?? null, category: category ?? null };
}

/** Nobody has given it another name or category since. */
function isAsSaid({ name, category }: Feed, said: Named): boolean {
  const words = wordsOf(said);
  return name === words.name && category === words.category;
}

function isSame(one: Named, other: Named): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));
}
