import { canonicalLink } from '../src/feed/identity.ts';
import { type ParsedFeed, parseFeed } from '../src/feed/parse.ts';
import { decodeEntities } from '../src/feed/text.ts';
import type { Entry } from '../src/model.ts';
import { DOCUMENT_URL, type Document } from './documents.ts';
import { type ExpectedEntry, type ExpectedFeed, expectedOf } from './expectations.ts';

/** One value that somebody expects, and whether ours is the same. */
export type Verdict = {
  path: string;
  field: string;
  right: boolean;
  expected: string;
  got: string;
};

/** So that a long feed does not outweigh fifty short ones. */
const ENTRIES_JUDGED = 5;

/** Compares our reading of the documents with what other projects expect of them, field by field. */
export function judgeValues(documents: Document[]): Verdict[] {
  return documents.flatMap((document) => {
    const expected = expectedOf(document);
    const feed = parseFeed({ text: document.text, url: DOCUMENT_URL });
    return expected ? judgeFeed(document, expected, feed) : [];
  });
}

function judgeFeed(document: Document, expected: ExpectedFeed, feed: ParsedFeed | null): Verdict[] {
  const { path } = document;
  const verdicts = [
    judge(path, 'feed title', textOf(expected.title), [textOf(feed?.title)]),
    judge(path, 'feed link', urlOf(expected.link), [urlOf(feed?.siteUrl)]),
    judge(path, 'feed language', languageOf(expected.language), [languageOf(feed?.language)]),
  ];
  const shown = expected.entries.filter(saysAnything).slice(0, ENTRIES_JUDGED);
  const entries = shown.flatMap((it, index) => judgeEntry(document, it, feed?.entries[index]));
  return [...verdicts.flat(), ...entries];
}

function judgeEntry(
  { path, text }: Document,
  expected: ExpectedEntry,
  entry: Entry | undefined,
): Verdict[] {
  const bodies = [entry?.content, entry?.summary].map(textOf);
  const files = entry ? [...entry.enclosures, ...entry.pictures].map(({ url }) => url) : [];
  const pictures = [...files, ...shownIn(entry)];
  const moments = [secondsOf(entry?.published), secondsOf(entry?.updated)];
  return [
    judge(path, 'title', textOf(expected.title), [textOf(entry?.title)]),
    judge(path, 'link', urlOf(expected.link, entry?.link), [urlOf(entry?.link)]),
    judge(path, 'id', idOf(expected.id, text), [entry?.id ?? '']),
    judge(path, 'content', textOf(expected.content), bodies),
    judge(path, 'summary', textOf(expected.summary), bodies),
    judge(path, 'author', textOf(expected.author), authorsOf(entry)),
    judge(path, 'published', secondsOf(expected.published), moments.slice(0, 1)),
    judge(path, 'updated', secondsOf(expected.updated), moments.toReversed()),
    ...expected.categories.map((it) =>
      judge(path, 'category', textOf(it), (entry?.categories ?? []).map(textOf)),
    ),
    ...expected.enclosures.map((it) => judge(path, 'enclosure', urlOf(it), files)),
    ...expected.pictures.map((it) => judge(path, 'picture', urlOf(it), pictures)),
  ].flat();
}

/** Stands where the other project could not decode its own document. */
const REPLACEMENT = '\ufffd';

/** Right when any of ours is what is expected; no verdict when nothing is. */
function judge(path: string, field: string, expected: string, ours: string[]): Verdict[] {
  if (expected === '' || expected.includes(REPLACEMENT)) return [];
  const right = ours.includes(expected);
  return [{ path, field, right, expected, got: ours.join(' | ') }];
}

/** Without tags, entities and blanks: what is left is what a reader reads. */
function textOf(html: string | null | undefined): string {
  const text = decodeEntities(decodeEntities(html ?? ''));
  return decodeEntities(text.replace(/<[a-z/!][^<>]*>/gi, '')).replace(/\s+/g, '');
}

/** All of them, and each: some projects name only the first. */
function authorsOf(entry: Entry | undefined): string[] {
  const author = entry?.author ?? '';
  return [author, ...author.split(', ')].map(textOf);
}

/** BCP 47 tags mean the same in capitals. */
function languageOf(tag: string | null | undefined): string {
  return textOf(tag).toLowerCase();
}

/** What an expectation leaves relative may be relative to whatever we have found. */
function urlOf(url: string | null | undefined, base: string | null = null): string {
  return url ? (URL.parse(url.trim(), base ?? DOCUMENT_URL)?.href ?? url.trim()) : '';
}

/** Pictures in the text: the article takes one of them where the feed names none. */
function shownIn(entry: Entry | undefined): string[] {
  const html = `${entry?.content} ${entry?.summary}`;
  return [...html.matchAll(/<img\b[^>]*?\bsrc="([^"]+)"/gi)].map(([, url]) => urlOf(url));
}

function secondsOf(moment: string | number | null | undefined): string {
  return moment ? String(Math.floor(new Date(moment).getTime() / 1000)) : '';
}

/** An id that does not stand in the document is one that the other project made up. */
function idOf(id: string | null, text: string): string {
  const written = id?.trim() ?? '';
  return decodeEntities(text).includes(written) ? canonicalLink(written) : '';
}

function saysAnything(entry: ExpectedEntry): boolean {
  return Object.values(entry).some((value) => value !== null && value.length > 0);
}
