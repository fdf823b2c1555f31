import type { Article } from '../model.ts';
import { TEASE } from './ends.ts';
import { columnsOf } from './sentences.ts';

/** Columns below which a text is taken for a teaser, and up to which one that ends with an invitation is. */
const TEASER_COLUMNS = 500;
const TEASED_COLUMNS = 2_000;
/** A player in the text: what is told there is not to be read. */
const PLAYER = /\[[▶🎧] /u;
const PLAYED =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|tiktok\.com|twitch\.tv|soundcloud\.com|spotify\.com)\//i;

/** Whether an article is so little that the rest of it stands on its page. */
export function isTeaser(article: Article): boolean {
  const { link, media, markdown } = article;
  if (link === null || media !== null || PLAYED.test(link) || PLAYER.test(markdown)) return false;
  if (markdown.length > TEASED_COLUMNS) return false;
  const text = textOf(article);
  const columns = columnsOf(text);
  return columns < TEASER_COLUMNS || (columns < TEASED_COLUMNS && TEASE.test(text));
}

/** An article's text as it is read, without the addresses of its links and what escapes Markdown. */
export function textOf({ markdown }: Article): string {
  return markdown
    .replace(/!\[[^\][]{0,500}\]\([^()\s]{0,2000}\)/g, ' ')
    .replace(/\]\([^()\s]{0,2000}\)/g, ']')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
