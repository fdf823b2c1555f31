import type { Article, Entry } from '../model.ts';
import { pictureKey } from './pictures.ts';
import { textKey } from './plain.ts';

/** What a post shows of an article, in a form in which only visible changes differ. */
export type Shown = { title: string; lead: string; picture: string };

/** Numbers that count visitors, dates and times: they change by themselves. */
const COUNTERS =
  /[\d.,\u202f\u00a0]*\d\s?[kKmM]?\s?(?:views?|reads?|likes?|shares?|comments?|reactions?|vues?|commentaires?|lectures?|Aufrufe|Kommentare?|visitas|comentarios?|просмотр\p{L}*|комментари\p{L}*|次?(?:阅读|閱讀|浏览|瀏覽|点赞|评论)|回視聴|件のコメント|مشاهدة|تعليق\p{L}*)/giu;
const COUNTED_BEFORE =
  /(?:views?|reads?|likes?|shares?|comments?|阅读|閱讀|浏览|瀏覽|评论|Aufrufe|Kommentare|vues|visitas|просмотр\p{L}*)\s?[:：(]\s?\d[\d.,\u202f\u00a0]*/giu;
const MOMENTS =
  /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\d{2,4}年\d{1,2}月\d{1,2}日/gu;

export function shownOf({ title, leads, picture }: Article): Shown {
  return {
    title: steady(title),
    lead: steady(leads.normal),
    picture: picture === null ? '' : pictureName(picture.url),
  };
}

/** Without the signatures that some sites renew at every look. */
function pictureName(url: string): string {
  const [path = '', query = ''] = pictureKey(url).split('?');
  return /\.\w{3,4}$/.test(path) ? path : `${path}?${query}`;
}

/** Everything of an entry that an article is made from, so that an entry that has not changed is not read again. */
export function sourceOf({ title, link, summary, content, pictures, enclosures }: Entry): string {
  return JSON.stringify([title, link, summary, content, pictures, enclosures]);
}

/** Titles as long as a book are told apart by their beginning. */
const READ_CHARS = 1_000;

function steady(text: string): string {
  const line = text.slice(0, READ_CHARS);
  return textKey(line.replace(COUNTERS, ' ').replace(COUNTED_BEFORE, ' ').replace(MOMENTS, ' '));
}
