import type {
  Article,
  Button,
  FormattedText,
  Post,
  Rung,
  SummaryLength,
  TextEntity,
} from '../model.ts';
import { byline } from './byline.ts';
import { defuse, defuseLink } from './defuse.ts';
import { headlineOf, visibleLine } from './headline.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from './limits.ts';
import { linkTarget, webUrl } from './links.ts';
import { shorten } from './text.ts';

/** How a chat wants its posts. */
export type PostView = {
  /** The feed's title. */
  source: string;
  /** IANA name; an unknown one counts as UTC. */
  timeZone: string;
  style: 'picture' | 'text' | 'link';
  summary: SummaryLength;
  /** `read` opens the reader, null where there is none; `open` is the label of the button to the article's page. */
  buttons: { read: Button | null; open: string };
};

/** Longer titles are cut, so that there is always room for a lead. */
const TITLE_LIMIT = 256;
const SOURCE_LIMIT = 128;

const GAP = '\n\n';

/** The article in the chat's words, cleaned of all that Telegram would change or make tappable. */
type Words = { title: string; lead: string; source: string; byline: string; link: string | null };

/** The ways to send an article, best first. No feed can break a post: every rung is within Telegram's limits, and its
 *  entities and buttons come from here alone. */
export function renderPost(article: Article, view: PostView): Post {
  const words = wordsOf(article, view);
  const buttons = buttonsOf(view.buttons, words.link);
  const write = view.style === 'link' ? oneLiner : story;
  const body = linked(write(words, TEXT_LIMIT), words);
  const picture = webUrl(article.picture?.url ?? null);

  const rungs: Rung[] = [];
  if (view.style === 'picture' && picture !== null) {
    const caption = linked(write(words, CAPTION_LIMIT), words);
    rungs.push({ kind: 'photo', pictureUrl: picture, caption, buttons });
  }
  if (view.style !== 'link' && words.link !== null) {
    rungs.push({ kind: 'preview', body, previewUrl: words.link, buttons });
  }
  return { rungs: [...rungs, { kind: 'text', body, buttons }, plain(words, write)] };
}

function wordsOf(article: Article, view: PostView): Words {
  const link = linkTarget(article.link);
  const source = shorten(defuse(visibleLine(view.source)), SOURCE_LIMIT);
  return {
    title: shorten(defuse(headlineOf(article, view.source)), TITLE_LIMIT),
    lead: defuse(visibleLine(article.leads[view.summary])),
    source,
    byline: byline(source, article.published, view.timeZone),
    link,
  };
}

/** Title, lead and byline in at most `limit` UTF-16 units; it is the lead that gives way. */
function story({ title, lead, byline }: Words, limit: number): string {
  const frame = [title, lead && ' ', byline].filter((part) => part !== '');
  const room = limit - frame.join(GAP).length;
  return [title, lead && shorten(lead, room), byline].filter((part) => part !== '').join(GAP);
}

function oneLiner({ title, source }: Words): string {
  return source === '' ? title : `${title} · ${source}`;
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

/** Telegram finds the link by itself, where it stands on a line of its own. */
function plain(words: Words, write: (words: Words, limit: number) => string): Rung {
  if (words.link === null) return { kind: 'plain', text: write(words, TEXT_LIMIT) };
  const link = defuseLink(words.link);
  const text = write(words, TEXT_LIMIT - GAP.length - link.length);
  return { kind: 'plain', text: text + GAP + link };
}

function buttonsOf({ read, open }: PostView['buttons'], link: string | null): Button[][] {
  const row = [...(read ? [read] : []), ...(link ? [{ text: open, url: link }] : [])];
  return row.length === 0 ? [] : [row];
}
