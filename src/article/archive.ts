import type { Entry } from '../model.ts';
import { webUrl } from './links.ts';
import { oneLine } from './plain.ts';

const PUBLISHED = /^\s*<!--\s*(\d{1,15})\s*-->\s*$/;
const TITLE = /^\s*\[(.*)\]\((https?:\/\/\S+)\)\s*$/i;
const RULE = /^\s*-{3,}\s*$/;

/** One article as an archive keeps it: a comment with the epoch milliseconds, the title as a Markdown link,
 *  a rule, and the body's HTML. Null when the text is not of that form. */
export function parseArchivedFile(text: string): Entry | null {
  const lines = text.replace(/^\ufeff/, '').split('\n', 16);
  const [published, title, rule] = lines.filter((line) => line.trim() !== '');
  const publishedMatch = PUBLISHED.exec(published ?? '');
  const titleMatch = TITLE.exec(title ?? '');
  const link = titleMatch?.[2];
  if (!publishedMatch || !titleMatch || !link || !webUrl(link, link)) return null;
  if (rule === undefined || !RULE.test(rule)) return null;
  const bodyAt = text.indexOf(rule, text.indexOf(title ?? '') + (title ?? '').length) + rule.length;
  return {
    id: link,
    title: oneLine((titleMatch[1] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1')),
    link,
    summary: '',
    content: text.slice(bodyAt).trim(),
    baseUrl: link,
    author: null,
    categories: [],
    published: Number(publishedMatch[1]),
    updated: null,
    pictures: [],
    enclosures: [],
  };
}
