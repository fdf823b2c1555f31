import type { Generated, Kysely, Selectable } from 'kysely';
import type { EpochMs, PostStyle, SummaryLength } from '../model.ts';
import type { CollectorTable, DutyTable } from './dutyschema.ts';
import type { EntryTable, FeedTable, SketchTable } from './feedschema.ts';

/** Numbers, text and null only, so that SQLite and PostgreSQL mean the same by them. Flags are 0 or 1. */
export type Schema = {
  feed: FeedTable;
  entry: EntryTable;
  chat: ChatTable;
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
  picture: PictureTable;
  lease: LeaseTable;
  sketch: SketchTable;
  pace: PaceTable;
  inbox: InboxTable;
  permission: PermissionTable;
  topic: TopicTable;
  prompt: PromptTable;
  duty: DutyTable;
  collector: CollectorTable;
  kv: KeyValueTable;
};

/** The open database, or a transaction on it: everything below the store's door takes either. */
export type Database = Kysely<Schema>;

type ChatTable = {
  id: number;
  kind: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  /** Chosen with /language; null: nobody chose. */
  language: string | null;
  /** The person's Telegram language, as last seen. */
  languageHint: string | null;
  timeZone: string | null;
  /** Since when nothing is sent because the chat refuses us, and Telegram's reason; that alone while it is in doubt. */
  heldAt: EpochMs | null;
  heldReason: string | null;
  /** Telegram's `retry_after`, or our own back-off: nothing is sent before. */
  notBefore: EpochMs;
  /** Sends in a row that failed for a passing reason. */
  failures: number;
  /** The chat forbids pictures at least until then. */
  textOnlyUntil: EpochMs;
  /** How posts look here; null: nobody chose. */
  style: PostStyle | null;
  summary: SummaryLength | null;
  hashtags: 'on' | null;
  /** What becomes of a story that another feed has told here already; null: it is not posted again. */
  stories: 'all' | null;
  /** Which entries of any feed are wanted here. */
  filter: string | null;
  /** When digests come instead of posts, as `daily 08:00` (see `relay/calendar.ts`); null: posts come at once. */
  digest: string | null;
  /** `22:00-07:00` in the chat's time zone; and what that means for posts, null: they wait. */
  quiet: string | null;
  quietMode: 'silent' | null;
  /** The end of the quiet hours that hold its posts at present, as far as it was met with. */
  quietUntil: Generated<EpochMs>;
  /** A message whose answer was lost on its way is not sent again here; null: it is, and may come twice. */
  repeats: 'never' | null;
  /** Whether each feed gets a topic of its own here; null: it comes where it is followed. */
  topicPerFeed: 'on' | null;
  /** Which buttons stand under posts: the one that opens the page, or none; null: all there are. */
  postButtons: 'open' | 'none' | null;
  /** Nobody is notified of any post; null: they are, quiet hours aside. */
  sound: 'off' | null;
  /** When it, or a topic of it, last let us back in: a refusal of what was sent before says nothing of it now. */
  returnedAt: EpochMs | null;
  /** The id of the group it was before it became a supergroup: the ledger knows its posts by that one too. */
  formerId: number | null;
  createdAt: EpochMs;
};

type SubscriptionTable = {
  chatId: number;
  /** `message_thread_id`; 0 outside topics. */
  threadId: number;
  feedId: number;
  pausedAt: EpochMs | null;
  /** When the pause ends by itself; null: when somebody ends it. */
  pausedUntil: EpochMs | null;
  /** How its posts look here; null: as in the whole chat. */
  style: PostStyle | null;
  summary: SummaryLength | null;
  hashtags: 'on' | 'off' | null;
  /** Words around its posts, in the language of `post/template.ts`. */
  template: string | null;
  /** Which of its entries are wanted there. */
  filter: string | null;
  /** When its digests come; 'off': its posts come at once, whatever the chat wants of others; null: as in the chat. */
  digest: string | 'off' | null;
  createdAt: EpochMs;
};

type DeliveryTable = {
  id: Generated<number>;
  chatId: number;
  threadId: number;
  feedId: number;
  entryId: string;
  /** A `Notice` as JSON that is owed instead of an entry's post; null: the post. */
  notice: string | null;
  owedAt: EpochMs;
  /** Not sent before; `AT_ONCE` when it waits for no moment of its own. */
  dueAt: EpochMs;
  deadAt: EpochMs | null;
  deadReason: string | null;
  /** It is told in one message with others of its place, when that is due: in a digest; because many came at once; because
   *  it came during a pause; or because it is old news. null: it gets a post of its own. */
  bundle: 'digest' | 'many' | 'missed' | 'old' | null;
  /** When its message was last about to be sent; null: never, or what Telegram answered has been drawn. */
  takenAt: EpochMs | null;
  /** It stands in no line until then, because its chat refuses us or waits (see `line.ts`): a hint for what looks. */
  parkedUntil: EpochMs | null;
};

/** When a chat was last sent to, as JSON: what Telegram still counts, after a restart too. */
type PaceTable = { chatId: number; lastAt: EpochMs; moments: string };

/** Updates, kept until they have been dealt with. */
type InboxTable = {
  updateId: number;
  body: string;
  /** When that was, of one that Telegram may bring once more; null: it waits. */
  doneAt: EpochMs | null;
};

/** What an owner decided about a person or a chat, or what they are asked to decide. */
type PermissionTable = {
  /** A person's id is that of their private chat. */
  id: number;
  verdict: 'asked' | 'allowed' | 'denied';
  /** Who decided, or who asked. */
  userId: number;
  at: EpochMs;
};

/** What somebody was asked to write, and what for; of each person in a chat one at the most. */
type PromptTable = {
  chatId: number;
  userId: number;
  /** Our question: in a group only a reply to it is its answer. */
  messageId: number;
  kind: string;
  /** What the answer is for, as JSON. */
  about: string;
  expiresAt: EpochMs;
};

type PictureTable = { url: string; fileId: string; storedAt: EpochMs };

type LeaseTable = {
  /** The last part of the callback URL: 256 bits that nobody but the hub knows. */
  callback: string;
  feedId: number;
  hubUrl: string;
  topicUrl: string;
  secret: string;
  mode: 'subscribe' | 'unsubscribe';
  /** Until when the hub has promised to push; null when it never confirmed. */
  endsAt: EpochMs | null;
  /** When to ask the hub again: to renew, or because it did not confirm. */
  askAt: EpochMs;
  /** In a row, without a confirmation. */
  tries: number;
};

/** A topic that the bot has made for one feed of a chat. */
type TopicTable = {
  chatId: number;
  feedId: number;
  threadId: number;
  name: string;
  /** What it shall be called instead; null: it is called so. */
  renameTo: string | null;
  /** Since when it is known that people have deleted it. */
  goneAt: EpochMs | null;
  /** When it took the place of one that people had deleted, or could not: that is tried once. */
  remadeAt: EpochMs | null;
};

type KeyValueTable = { ns: string; key: string; value: string; expires: EpochMs | null };

export type Feed = Selectable<FeedTable>;
export type Chat = Selectable<ChatTable>;
export type Lease = Selectable<LeaseTable>;
export type Prompt = Selectable<PromptTable>;
export type Subscription = Selectable<SubscriptionTable>;
export type Permission = Selectable<PermissionTable>;
export type Topic = Selectable<TopicTable>;
export type Duty = Selectable<DutyTable>;
export type Delivery = Selectable<DeliveryTable>;
