import type { Entry, EpochMs } from '../model.ts';
import { canonicalLink, namesOf } from './identity.ts';

/** What an entry can be recognised by when its id has changed. */
export type EntryMarks = {
  /** Its link as `canonicalLink` has it. */
  linkKey: string | null;
  /** Letters and digits of its title. */
  titleKey: string | null;
  published: EpochMs | null;
};

/** An entry that this feed has shown before, with its marks as they were when it was last listed. */
export type KnownEntry = EntryMarks & { id: string; listedAt: EpochMs };

/** What the store has found, and when the document before this one was read (0 if there was none). */
export type Memory = { known: KnownEntry[]; lastListedAt: EpochMs };

export function marksOf({ link, title, published }: Entry): EntryMarks {
  return {
    linkKey: link === null ? null : canonicalLink(link),
    titleKey: lettersOf(title) || null,
    published,
  };
}

/** Every id that one of these entries may bear. */
export function idsFor(entries: Entry[]): string[] {
  return distinct(entries.flatMap((entry) => [entry.id, ...namesOf(entry)]));
}

/** What else they may be known by. */
export function keysFor(entries: Entry[]): { linkKeys: string[]; titleKeys: string[] } {
  const marks = entries.map(marksOf);
  return {
    linkKeys: distinct(marks.map(({ linkKey }) => linkKey)),
    titleKeys: distinct(marks.map(({ titleKey }) => titleKey)),
  };
}

/**
 * The id under which each entry of a document is known, or will be, in their order. An id counts unless all else speaks
 * against it; after it the link, then the title, each only where it stands once in the document and belonged to an
 * entry that is gone from it. In doubt an entry is new: better twice than never.
 */
export function recognise(
  entries: Entry[],
  { known, lastListedAt }: Memory,
  siteUrl: string | null,
): string[] {
  const byId = new Map(known.map((it) => [it.id, it]));
  const listed = entries.map((entry) => listedOf(entry, byId, lastListedAt));
  const taken = new Set(listed.map(({ id }) => id).filter((id) => byId.has(id)));
  const byLink = grouped(known, ({ linkKey }) => linkKey);
  const byTitle = grouped(known, ({ titleKey }) => titleKey);
  const links = grouped(listed, ({ linkKey }) => linkKey);
  const titles = grouped(listed, ({ titleKey }) => titleKey);
  const home = siteUrl === null ? null : canonicalLink(siteUrl);
  const isSteady = listed.filter(({ id }) => taken.has(id)).length * 2 >= listed.length;

  return listed.map((entry) => {
    if (taken.has(entry.id)) return entry.id;
    const { linkKey, titleKey } = entry;
    const isPage = linkKey !== home && links.get(linkKey)?.length === 1;
    const ofPage = isPage ? (byLink.get(linkKey) ?? []) : [];
    const ofTitle = titles.get(titleKey)?.length === 1 ? (byTitle.get(titleKey) ?? []) : [];
    const isOwnPage = isSteady && ofPage.length === 1;
    const same =
      ofPage.find((it) => !taken.has(it.id) && isSamePage(entry, it, isOwnPage ? 'own' : 'any')) ??
      ofTitle.find((it) => !taken.has(it.id) && isSameStory(entry, it, lastListedAt));
    if (same) taken.add(same.id);
    return same?.id ?? entry.id;
  });
}

const HOUR_MS = 3_600_000;
/** Under the same link and title a later one than that is the next of a series: today's weather. */
const SERIES_MS = 12 * HOUR_MS;
/** For as long a title alone may tell that an entry is the same. */
const TITLE_MS = 48 * HOUR_MS;
const MAX_TITLE_LENGTH = 200;

type Listed = EntryMarks & { id: string; hasOwnId: boolean };

/** The entry with the id that it bears by right: its publisher may have given that to another one before. */
function listedOf(entry: Entry, byId: Map<string, KnownEntry>, lastListedAt: EpochMs): Listed {
  const marks = marksOf(entry);
  const [name = '', moment = ''] = namesOf(entry);
  const hasOwnId = entry.id !== name && entry.id !== moment;
  const other = byId.get(entry.id);
  if (other && hasOwnId && isAnother(marks, other)) return { ...marks, hasOwnId, id: name };
  if (other && entry.id === name && isNextOfSeries(marks, other, lastListedAt))
    return { ...marks, hasOwnId, id: moment };
  return { ...marks, hasOwnId, id: entry.id };
}

/** A reused id: neither link nor title nor date has stayed. */
function isAnother(marks: EntryMarks, other: EntryMarks): boolean {
  const differs = (one: string | null, two: string | null) =>
    one !== null && two !== null && one !== two;
  const isDatedAlike = marks.published !== null && marks.published === other.published;
  return (
    differs(marks.linkKey, other.linkKey) &&
    differs(marks.titleKey, other.titleKey) &&
    !isDatedAlike
  );
}

/** Named by link and title alone, gone for a while, and back with another date. */
function isNextOfSeries(marks: EntryMarks, other: KnownEntry, lastListedAt: EpochMs): boolean {
  return other.listedAt < lastListedAt && isFarApart(marks, other, TITLE_MS);
}

/** `own`: this feed has given every entry a page of its own so far, and most of them are where they were. */
function isSamePage(entry: Listed, other: KnownEntry, pages: 'own' | 'any'): boolean {
  if (entry.titleKey === other.titleKey) return !isFarApart(entry, other, SERIES_MS);
  if (isSameMoment(entry, other)) return true;
  return pages === 'own' && !entry.hasOwnId && !isFarApart(entry, other, TITLE_MS);
}

function isSameStory(entry: Listed, other: KnownEntry, lastListedAt: EpochMs): boolean {
  const isSameLink = entry.linkKey !== null && entry.linkKey === other.linkKey;
  if (isFarApart(entry, other, isSameLink ? SERIES_MS : TITLE_MS)) return false;
  if (other.listedAt < lastListedAt - TITLE_MS) return false;
  return isSameMoment(entry, other) || isSamePath(entry.linkKey, other.linkKey);
}

function isSameMoment(one: EntryMarks, two: EntryMarks): boolean {
  return one.published !== null && one.published === two.published;
}

function isFarApart(one: EntryMarks, two: EntryMarks, ms: number): boolean {
  if (one.published === null || two.published === null) return false;
  return Math.abs(one.published - two.published) > ms;
}

/** Links that differ only behind the question mark: marks of visits and campaigns that we do not know by name. */
function isSamePath(one: string | null, two: string | null): boolean {
  if (one === null || two === null) return true;
  return one.split(/[?#]/, 1)[0] === two.split(/[?#]/, 1)[0];
}

function lettersOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, MAX_TITLE_LENGTH)
    .toWellFormed();
}

function grouped<It extends object>(
  all: It[],
  keyOf: (it: It) => string | null,
): Map<string | null, It[]> {
  const groups = Map.groupBy(all, keyOf);
  groups.delete(null);
  return groups;
}

function distinct(keys: (string | null)[]): string[] {
  return [...new Set(keys)].filter((key) => key !== null && key !== '') as string[];
}
