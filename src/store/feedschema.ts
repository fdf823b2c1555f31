import type { Generated } from 'kysely';
import type { EpochMs, PostStyle, SummaryLength } from '../model.ts';

// What publishers gave us; what chats want of it stands in `schema.ts`.

export type FeedTable = {
  id: Generated<number>;
  url: string;
  /** What the feed calls itself; `name` is what its owner calls it. */
  title: string;
  name: string | null;
  category: string | null;
  siteUrl: string | null;
  /** 1: in the owner's catalogue, open to everyone. */
  listed: number;
  /** Who added it: a Telegram user id, or null for the configuration. */
  addedBy: number | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  nextFetchAt: EpochMs;
  intervalMs: number;
  /** Until then at most somebody is at it, and who (see `store/claims.ts`); 0 when nobody is. */
  claimedUntil: EpochMs;
  claimedBy: string | null;
  /** How often what it publishes was looked at and saved: a check that began before the latest has come too late. */
  checks: Generated<number>;
  /** When its first fetch was remembered; null before. */
  baselineAt: EpochMs | null;
  lastSuccessAt: EpochMs | null;
  failures: number;
  failingSince: EpochMs | null;
  failure: string | null;
  /** WebSub: where its changes can be subscribed to, and under which topic URL; null when it names no hub. */
  hubUrl: string | null;
  topicUrl: string | null;
  /** Until then its hub has proved to tell us of all that is new; null: it has not, or not lately. */
  pushedUntil: EpochMs | null;
  /** What its publisher says of when to ask: `Rhythm` as JSON; null before the first fetch. */
  rhythm: string | null;
  /** When its owner wants it asked: `15m`, or a cron expression and a time zone; null: as often as it publishes. */
  schedule: string | null;
  /** When an entry of it was last new to us; null before. */
  freshAt: EpochMs | null;
  /** Where the server says it has moved for good, and how many times in a row. */
  movedTo: string | null;
  movedTimes: Generated<number>;
  /** Since when its server says that it will never come back: it is not asked any more. */
  goneAt: EpochMs | null;
  /** What is wrong with it that people have been told of, since when, and who has been told. */
  trouble: 'failing' | 'stale' | null;
  troubledAt: EpochMs | null;
  toldTo: 'owner' | 'chats' | null;
  /** How its posts look where nobody wants them otherwise. */
  style: PostStyle | null;
  summary: SummaryLength | null;
  /** When its entries' pages are fetched; null: when it gives only teasers. */
  fulltext: 'always' | 'never' | null;
  /** What recurs at the ends of its entries, as JSON (see `article/furniture.ts`). */
  furniture: string | null;
  /** Which of its entries anybody gets (see `article/filter.ts`); null: all. */
  filter: string | null;
  /** What is sent with each question for it, as JSON (see `feed/headers.ts`): often a secret. */
  headers: string | null;
  /** Since when its owner lets it rest: it is not asked, so nobody gets anything more of it. */
  stoppedAt: EpochMs | null;
  createdAt: EpochMs;
};

export type EntryTable = {
  feedId: number;
  id: string;
  /** Short name of the entry in buttons and deep links: `[A-Za-z0-9_-]{22}`. */
  token: string;
  title: string;
  link: string | null;
  /** Published, or first seen where the feed gave no date; never in the future of `seenAt`. */
  at: EpochMs;
  seenAt: EpochMs;
  /** Its link and title as they are compared, and its date as it was written: all as of when it was last listed. */
  linkKey: string | null;
  titleKey: string | null;
  published: EpochMs | null;
  /** When the last document that lists it was read: as long as that is the latest, the entry must not be forgotten. */
  listedAt: EpochMs;
  /** The `Article` as JSON; null for what was too old to be worth reading at the baseline. */
  article: string | null;
  /** What posts show of it, hashed: when that changes it is a revision; and how many there were. */
  shown: string | null;
  revisions: Generated<number>;
  /** The token of the first entry, of any feed, that told the same; null: this is the first. */
  story: string | null;
  /** What the search knows it by: the later it came, the higher; null where there is no article to search. */
  searchId: number | null;
};

/** One part of the sketch of an entry's words: entries that share one may tell the same. */
export type SketchTable = { band: string; feedId: number; entryId: string; at: EpochMs };

/** What an entry is recognised by when its id has changed. */
export type EntryMarks = Pick<EntryTable, 'linkKey' | 'titleKey' | 'published'>;
