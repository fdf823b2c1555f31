import type { Article, EpochMs, FormattedText, Post, TextEntity } from '../model.ts';
import { type Dated, dayIn } from './dates.ts';
import { defuse } from './defuse.ts';
import { headlineOf, visibleLine } from './headline.ts';
import { MAX_ENTITIES, TEXT_LIMIT } from './limits.ts';
import { linkTarget } from './links.ts';
import { shorten } from './text.ts';
import { GAP } from './words.ts';

/** One article in a digest. */
export type DigestLine = {
  article: Article;
  feedId: number;
  /** The feed's title. */
  source: string;
  /** Names the other sources of the same story; '' where there are none. */
  also: string;
  /** Where to read it when it has no page of its own. */
  readUrl: string;
};

/** How a chat reads its digest; the words are its own language's. */
export type DigestView = Dated & {
  /** Of so many articles. */
  heading: (count: number) => string;
  /** What is said of lines that found no room; '' where nothing is left. */
  rest: (left: number) => string;
  now: EpochMs;
};

const TITLE_LIMIT = 160;
const SOURCE_LIMIT = 64;
const ALSO_LIMIT = 96;
/** Older news tell their day. */
const FRESH_MS = 24 * 3_600_000;
const BULLET = '• ';

/**
 * One message of as many lines as fit, in the order of their importance; they stand by feed, and within a feed as
 * `shown` has them. `told`: how many of the lines it tells, from the first on.
 */
export function renderDigest(
  lines: DigestLine[],
  view: DigestView,
  shown: 'as given' | 'reversed',
): { post: Post; told: number } {
  const written = lines.map((line) => writtenLine(line, view));
  const told = fitting(written, view);
  const chosen = written.slice(0, told);
  const left = lines.length - told;
  const body = joined(shown === 'reversed' ? chosen.toReversed() : chosen, {
    heading: view.heading(told),
    rest: view.rest(left),
  });
  return {
    post: {
      rungs: [
        { kind: 'text', body, buttons: [] },
        { kind: 'plain', text: body.text },
      ],
    },
    told,
  };
}

type WrittenLine = { feedId: number; source: string; date: string; title: string; also: string } & {
  url: string;
};

/** Day before title: behind letters that run from right to left its digits would be turned around. */
function writtenLine(
  { article, feedId, source, also, readUrl }: DigestLine,
  { now, ...dated }: DigestView,
): WrittenLine {
  const isFresh = article.published === null || now - article.published < FRESH_MS;
  const others = shorten(defuse(visibleLine(also)), ALSO_LIMIT);
  const day = isFresh ? '' : dayIn(article.published, dated);
  return {
    feedId,
    source: shorten(defuse(visibleLine(source)), SOURCE_LIMIT) || '…',
    date: day === '' ? '' : `${day} · `,
    title: shorten(defuse(headlineOf(article, source)), TITLE_LIMIT),
    also: others === '' ? '' : ` · ${others}`,
    url: linkTarget(article.link) ?? readUrl,
  };
}

/** At least one fits: a line is far shorter than a message. */
function fitting(lines: WrittenLine[], { heading, rest }: DigestView): number {
  const around = heading(lines.length).length + GAP.length + rest(lines.length).length;
  const feeds = new Set<number>();
  let characters = around;
  let entities = 1;
  for (const [index, line] of lines.entries()) {
    if (!feeds.has(line.feedId)) {
      feeds.add(line.feedId);
      characters += GAP.length + line.source.length;
      entities += 1;
    }
    characters += '\n'.length + textOf(line).length;
    entities += 1;
    if (characters > TEXT_LIMIT || entities > MAX_ENTITIES) return index;
  }
  return lines.length;
}

function textOf({ date, title, also }: WrittenLine): string {
  return BULLET + date + title + also;
}

function joined(lines: WrittenLine[], words: { heading: string; rest: string }): FormattedText {
  const entities: TextEntity[] = [{ type: 'bold', offset: 0, length: words.heading.length }];
  let text = words.heading;
  for (const [, ofFeed] of Map.groupBy(lines, ({ feedId }) => feedId)) {
    const source = ofFeed[0]?.source ?? '';
    entities.push({ type: 'bold', offset: text.length + GAP.length, length: source.length });
    text += GAP + source;
    for (const line of ofFeed) {
      const offset = text.length + '\n'.length + BULLET.length + line.date.length;
      entities.push({ type: 'text_link', offset, length: line.title.length, url: line.url });
      text += `\n${textOf(line)}`;
    }
  }
  return { text: words.rest === '' ? text : text + GAP + words.rest, entities };
}
