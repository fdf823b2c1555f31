import type { AskedFeed, FetchOutcome } from '../feed/fetch.ts';
import type { NextCron } from '../feed/timetable.ts';
import type { Log } from '../log.ts';
import type { Article, Clock } from '../model.ts';
import type { Admission } from '../relay/admission.ts';
import type { FeedCheck } from '../relay/check.ts';
import type { Asker, FindOutcome } from '../relay/find.ts';
import type { FullTexts } from '../relay/fulltext.ts';
import type { Importer, ImportOutcome } from '../relay/opml.ts';
import type { PostDeps } from '../relay/posts.ts';
import type { Quotas } from '../relay/quotas.ts';
import type { Requests } from '../relay/requests.ts';
import type { Rights } from '../relay/rights.ts';
import type { Status } from '../relay/status.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { ReadDocument } from '../telegram/documents.ts';
import type { MemberOf } from '../telegram/members.ts';
import type { SendPost } from '../telegram/send.ts';
import type { TopicCalls } from '../telegram/topics.ts';
import type { TakeBackup } from './backup.ts';
import type { Texts } from './texts.ts';

/** What the bot's features are given; each takes of it what it needs. */
export type BotParts = {
  store: Store;
  texts: Texts;
  rights: Rights;
  admission: Admission;
  quotas: Quotas;
  requests: Requests;
  /** As many again, of what is typed after the bot's name. */
  inlineRequests: Requests;
  owners: number[];
  memberOf: MemberOf;
  /** Something about that person in that chat has changed. */
  forgetMember: (chatId: number, userId: number) => void;
  posts: PostDeps;
  /** Sends a post as an answer to somebody: at their turn, before any broadcast. */
  sendPost: SendPost;
  findFeed: (address: string, asker: Asker) => Promise<FindOutcome>;
  checkFeed: (feed: Feed) => Promise<FeedCheck>;
  /** What is at an address, asked with these headers; nothing is remembered of it. */
  tryFeed: (asked: Pick<AskedFeed, 'url' | 'headers'>) => Promise<FetchOutcome>;
  /** When a feed's timetable comes to pass. */
  nextCron: NextCron;
  topicCalls: TopicCalls;
  /** The article of a web page that no feed of ours has listed; null when it cannot be had. */
  readPage: (url: string) => Promise<Article | null>;
  fullTexts: Pick<FullTexts, 'isOpenable' | 'open'>;
  readDocument: ReadDocument;
  importOpml: (text: string, importer: Importer) => Promise<ImportOutcome>;
  status: () => Promise<Status>;
  takeBackup: TakeBackup;
  /** Something may have come to be owed, or a chat to be free again. */
  wakeDelivery: () => void;
  defaultLanguage: string;
  defaultTimeZone: string;
  clock: Clock;
  log: Log;
};
