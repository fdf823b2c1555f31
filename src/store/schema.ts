import type { Generated, Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../model.ts';

/** Numbers, text and null only, so that SQLite and PostgreSQL mean the same by them. Flags are 0 or 1. */
export type Schema = {
  feed: FeedTable;
  entry: EntryTable;
  chat: ChatTable;
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
  picture: PictureTable;
  kv: KeyValueTable;
};

/** The open database, or a transaction on it: everything below the store's door takes either. */
export type Database = Kysely<Schema>;

type FeedTable = {
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
  /** Until then another worker is at it; 0 when nobody is. */
  claimedUntil: EpochMs;
  /** When its first fetch was remembered; null before. */
  baselineAt: EpochMs | null;
  lastSuccessAt: EpochMs | null;
  failures: number;
  failingSince: EpochMs | null;
  failure: string | null;
  createdAt: EpochMs;
};

type EntryTable = {
  feedId: number;
  id: string;
  /** Short name of the entry in buttons and deep links: `[A-Za-z0-9_-]{22}`. */
  token: string;
  title: string;
  link: string | null;
  /** Published, or first seen where the feed gave no date; never in the future of `seenAt`. */
  at: EpochMs;
  seenAt: EpochMs;
  /** The `Article` as JSON; null for what was too old to be worth reading at the baseline. */
  article: string | null;
};

type ChatTable = {
  id: number;
  kind: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  /** Chosen with /language; null: nobody chose. */
  language: string | null;
  /** The person's Telegram language, as last seen. */
  languageHint: string | null;
  timeZone: string | null;
  /** Since when nothing is sent because the chat refuses us, and Telegram's reason. */
  heldAt: EpochMs | null;
  heldReason: string | null;
  /** Telegram's `retry_after`, or our own back-off: nothing is sent before. */
  notBefore: EpochMs;
  /** Sends in a row that failed for a passing reason. */
  failures: number;
  /** The chat forbids pictures at least until then. */
  textOnlyUntil: EpochMs;
  createdAt: EpochMs;
};

type SubscriptionTable = {
  chatId: number;
  /** `message_thread_id`; 0 outside topics. */
  threadId: number;
  feedId: number;
  pausedAt: EpochMs | null;
  createdAt: EpochMs;
};

type DeliveryTable = {
  id: Generated<number>;
  chatId: number;
  threadId: number;
  feedId: number;
  entryId: string;
  owedAt: EpochMs;
  /** Not sent before; later than `owedAt` when it was postponed. */
  dueAt: EpochMs;
  deadAt: EpochMs | null;
  deadReason: string | null;
};

type PictureTable = { url: string; fileId: string; storedAt: EpochMs };

type KeyValueTable = { ns: string; key: string; value: string; expires: EpochMs | null };

export type Feed = Selectable<FeedTable>;
export type Chat = Selectable<ChatTable>;
export type Subscription = Selectable<SubscriptionTable>;
export type Delivery = Selectable<DeliveryTable>;
