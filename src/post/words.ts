import type { Article, Button, FormattedText, Look, TextEntity } from '../model.ts';
import { byline } from './byline.ts';
import { type Dated, momentIn, patternIn } from './dates.ts';
import { defuse } from './defuse.ts';
import { fillTemplate } from './fill.ts';
import { hashtagsOf } from './hashtags.ts';
import { headlineOf, visibleLine } from './headline.ts';
import { hostOf, linkTarget } from './links.ts';
import { parseTemplate } from './template.ts';
import { shorten } from './text.ts';

/** How a chat wants its posts. */
export type PostView = Look &
  Dated & {
    /** The feed's title. */
    source: string;
    category: string | null;
    /** Names the other sources of the same story; '' where there are none. */
    also?: string;
    /** `read` opens the reader, `more` what else there is to do with the post, null where there is none; `open` is the label
     *  of the button to the article's page, null for no such button; `whole` what the folded article is called. */
    buttons: { read: Button | null; open: string | null; more?: Button | null; whole: string };
  };

/** The article in the chat's words, cleaned of all that Telegram would change or make tappable; each is one line, ''
 *  where there is nothing to say. */
export type Words = {
  title: string;
  lead: string;
  source: string;
  author: string;
  category: string;
  host: string;
  also: string;
  tags: string;
  /** As the chat's language writes it, or as a pattern does. */
  date: (pattern: string | null) => string;
  link: string | null;
  /** The tags where they are wanted in every post. */
  hashtags: string;
  /** Source and date. */
  byline: string;
};

/** The words of a post in at most `limit` UTF-16 units. */
export type Write = (limit: number) => FormattedText;

/** Longer titles are cut, so that there is always room for a lead. */
const TITLE_LIMIT = 256;
const NAME_LIMIT = 128;

export const GAP = '\n\n';

export function wordsOf(article: Article, view: PostView): Words {
  const link = linkTarget(article.link);
  const source = named(view.source);
  const tags = hashtagsOf([view.source, view.category ?? '']);
  return {
    title: shorten(defuse(headlineOf(article, view.source)), TITLE_LIMIT),
    lead: defuse(visibleLine(article.leads[view.summary])),
    source,
    author: named(article.author ?? ''),
    category: named(view.category ?? ''),
    host: link === null ? '' : hostOf(link).replace(/^www\./, ''),
    also: named(view.also ?? ''),
    tags,
    date: (pattern) =>
      pattern === null
        ? momentIn(article.published, view)
        : patternIn(article.published, view.timeZone, pattern),
    link,
    hashtags: view.hashtags === 'on' ? tags : '',
    byline: byline(source, article.published, view),
  };
}

/** By the chat's template where it has one that says anything of this article, else title, lead and byline, or one line. */
export function writerOf(view: Pick<PostView, 'style' | 'template'>, words: Words): Write {
  const write = view.style === 'link' ? oneLiner : story;
  const ordinary: Write = (limit) => linked(write(words, limit), words);
  const read = view.template ? parseTemplate(view.template) : null;
  if (read?.kind !== 'template') return ordinary;
  return (limit) => fillTemplate(read.parts, words, limit) ?? ordinary(limit);
}

function named(text: string): string {
  return shorten(defuse(visibleLine(text)), NAME_LIMIT);
}

/** Title, lead and byline in at most `limit` UTF-16 units; it is the lead that gives way. */
function story({ title, lead, ...words }: Words, limit: number): string {
  const signature = signatureOf(words);
  const room = limit - between(GAP, title, lead && ' ', signature).length;
  return between(GAP, title, lead && shorten(lead, room), signature);
}

function oneLiner({ title, source, hashtags }: Words): string {
  return between(' · ', title, source, hashtags);
}

/** `The Paper · 27 Jun 2023, 15:45 · #The_Paper`, and below it who tells the same. */
export function signatureOf({
  byline,
  hashtags,
  also,
}: Pick<Words, 'byline' | 'hashtags' | 'also'>): string {
  return between('\n', between(' · ', byline, hashtags), also);
}

/** The text begins with the title. */
function linked(text: string, { title, link }: Words): FormattedText {
  const place = { offset: 0, length: title.length };
  const bold: TextEntity = { type: 'bold', ...place };
  return {
    text,
    entities: link === null ? [bold] : [{ type: 'text_link', ...place, url: link }, bold],
  };
}

function between(gap: string, ...parts: string[]): string {
  return parts.filter((part) => part !== '').join(gap);
}
