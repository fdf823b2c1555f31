// The nouns of this program, and nothing else. Names follow RFC 4287 and the Telegram Bot API.

import type { RichBlock } from './model/rich.ts';

/** Milliseconds since 1970-01-01T00:00Z. The only way a moment is stored or passed on. */
export type EpochMs = number;

/** Time as a part is given it: the process's own, or one that a test turns by hand. */
export type Clock = {
  now(): EpochMs;
  /** Resolves after `ms`, or at once when `signal` aborts; it never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** A picture somebody offers for an entry; sizes in pixels where they were declared. */
export type Picture = {
  url: string;
  alt: string;
  width: number | null;
  height: number | null;
};

/** A file that belongs to an entry (RFC 4287 `enclosure`): a podcast's audio, for one. */
export type Enclosure = {
  url: string;
  type: string | null;
  sizeBytes: number | null;
  durationSeconds: number | null;
};

/** One entry of a feed as its publisher wrote it (Atom `entry`, RSS `item`). */
export type Entry = {
  /** Unique within its feed and stable from fetch to fetch; never a row id. */
  id: string;
  /** Plain text; '' when the publisher gave none. */
  title: string;
  /** Absolute http(s) URL. */
  link: string | null;
  /** Publisher's HTML, untrusted; '' when there is none. The synopsis, where the feed tells it from the content. */
  summary: string;
  /** Publisher's HTML, untrusted; '' when there is none. */
  content: string;
  /** What relative links in `summary` and `content` are relative to. */
  baseUrl: string;
  author: string | null;
  categories: string[];
  published: EpochMs | null;
  updated: EpochMs | null;
  /** What the feed itself names as pictures of this entry, best first. */
  pictures: Picture[];
  enclosures: Enclosure[];
};

/** What a post shows above all: the picture, a text with a preview of its link, one line, the whole article, or every
 *  picture of it. */
export type PostStyle = 'picture' | 'text' | 'link' | 'rich' | 'album';

/** How much of an article a post tells. */
export type SummaryLength = 'short' | 'normal' | 'long';

/** How posts look in one place. `template`: words around them, in the language of `post/template.ts`. */
export type Look = {
  style: PostStyle;
  summary: SummaryLength;
  hashtags: 'on' | 'off';
  template: string | null;
};

/** A recording that belongs to an article, as a file on the web. `animation`: a silent moving picture. */
export type Media = {
  kind: 'audio' | 'video' | 'animation';
  url: string;
  title: string;
  /** '' where the entry names nobody: then it is the feed itself. */
  performer: string;
  durationSeconds: number | null;
  sizeBytes: number | null;
};

/** An entry made readable. */
export type Article = {
  /** Plain text on one line; never ''. */
  title: string;
  link: string | null;
  author: string | null;
  published: EpochMs | null;
  /** Plain text: what an editor would print under the title; '' when there is nothing to say. */
  leads: Record<SummaryLength, string>;
  /** The hero: shown above the post, and not repeated in `markdown`. */
  picture: Picture | null;
  /** Others worth showing, in their order; the hero is not among them. */
  pictures: Picture[];
  /** What is to be heard or watched rather than read. */
  media: Media | null;
  /** The publisher's own, as they are written. */
  categories: string[];
  /** The body as CommonMark with GFM tables and strikethrough; links and pictures absolute; no HTML. */
  markdown: string;
};

/** Text as Telegram takes it: offsets and lengths in UTF-16 units, entities made by us alone. */
export type FormattedText = { text: string; entities: TextEntity[] };

export type TextEntity =
  | { type: PlainEntityType; offset: number; length: number }
  | { type: 'pre'; offset: number; length: number; language?: string }
  | { type: 'text_link'; offset: number; length: number; url: string };

export type PlainEntityType =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strikethrough'
  | 'spoiler'
  | 'code'
  | 'blockquote'
  | 'expandable_blockquote';

/** A button under a message; `data` is what a press brings back to us, 1–64 bytes. */
export type Button = { text: string; url: string } | { text: string; data: string };

/** One way to send a post. */
export type Rung =
  /** The whole article, folded; Telegram fetches its pictures itself. */
  | { kind: 'rich'; blocks: RichBlock[]; direction: 'ltr' | 'rtl'; buttons: Button[][] }
  | { kind: 'photo'; pictureUrl: string; caption: FormattedText; buttons: Button[][] }
  /** Two to ten photos; Telegram takes no buttons with them. */
  | { kind: 'album'; pictureUrls: string[]; caption: FormattedText }
  | { kind: Media['kind']; media: Media; caption: FormattedText; buttons: Button[][] }
  /** A large preview of the link stands above the text. */
  | { kind: 'preview'; body: FormattedText; previewUrl: string; buttons: Button[][] }
  | { kind: 'text'; body: FormattedText; buttons: Button[][] }
  /** No entity, no button: it cannot be refused for its form. */
  | { kind: 'plain'; text: string };

/** An article as a chat will see it: the ways to send it, best first; the last is always `plain`. */
export type Post = { rungs: Rung[] };

/** What a chat is told of a feed besides its posts. `since`: failing since then, or the moment of its newest entry. */
export type Notice =
  | { kind: 'failing'; reason: string; since: EpochMs }
  | { kind: 'stale'; since: EpochMs }
  | { kind: 'well'; since: EpochMs }
  /** Posts of it that could not be sent, the latest of them at `since`. */
  | { kind: 'dead'; count: number; since: EpochMs }
  /** A chat of that title, or a topic in it, takes its posts no more; told once a day, of which `since` is the beginning. */
  | { kind: 'shut'; how: 'noRights' | 'topicGone' | 'topicClosed'; chat: string; since: EpochMs };
