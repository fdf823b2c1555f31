import { createHash } from 'node:crypto';
import type { Entry, EpochMs } from '../model.ts';

/** What makes an entry itself. */
export type Identified = {
  /** The publisher's own id; '' when there is none. */
  id: string;
  link: string | null;
  title: string;
  published: EpochMs | null;
  /** Asked only where there is neither id, link nor title. */
  text: string;
};

/** One id for each entry, in their order; the same again only for entries that are the same. What would do as an id is
 *  tried best first, and where several entries share it, the oldest keeps it: it was there first, and may have been
 *  sent under it. Never the content, or an edited entry would be a new one. */
export function entryIds(entries: Identified[]): string[] {
  const claims = entries.map(claimOf);
  // An entry that stands in the document twice must not compete with itself.
  const distinct = [...new Map(claims.map((claim) => [claim.likeness, claim])).values()];
  const ids = new Map<string, string>();
  for (const level of [0, 1, 2]) {
    const open = distinct.filter(({ likeness }) => !ids.has(likeness));
    for (const [id, { likeness }] of oldestBearers(open, level)) ids.set(likeness, id);
  }
  return claims.map(({ likeness }) => ids.get(likeness) ?? likeness);
}

/** What an entry without an id of its own is called: by link and title, and if several share those, by its date too. */
export function namesOf(
  entry: Pick<Entry, 'link' | 'title' | 'published' | 'content' | 'summary'>,
) {
  const { link, title, published } = entry;
  const text = entry.content || entry.summary;
  return namesFor({ link, title, published, text });
}

/** A link without what changes while the page stays the same: always https, and without the marks of campaigns. */
export function canonicalLink(link: string): string {
  const url = URL.parse(link);
  if (!url || !/^https?:$/.test(url.protocol)) return link;
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name);
  if (TRACKING.test(url.hash.slice(1))) url.hash = '';
  url.protocol = 'https:';
  return url.href;
}

const TRACKING =
  /^(utm_|mtm_|pk_|at_(medium|campaign|link)|(fb|g|ms|dc|tw|yandex|ys)clid\b|xtor\b|mc_[ce]id\b|cmpid\b|ref_src\b|igshid\b)/i;

const MAX_ID_LENGTH = 200;

/** What an entry could be called, best first, and what only the same entry can have. */
type Claim = { candidates: string[]; published: EpochMs | null; likeness: string };

function claimOf({ id, link, title, published, text }: Identified): Claim {
  const own = ownId(id);
  const [name, moment] = namesFor({ link, title, published, text });
  return { candidates: [own, name, moment], published, likeness: `${moment} ${own}` };
}

function namesFor({ link, title, published, text }: Omit<Identified, 'id'>): [string, string] {
  const name = [link ? canonicalLink(link) : '', title, link || title ? '' : text];
  return [hash(...name), hash(...name, String(published))];
}

function oldestBearers(claims: Claim[], level: number): Map<string, Claim> {
  const bearers = new Map<string, Claim>();
  for (const claim of claims) {
    const id = claim.candidates[level] ?? '';
    const other = bearers.get(id);
    if (id !== '' && (!other || isOlder(claim, other))) bearers.set(id, claim);
  }
  return bearers;
}

/** Without dates the later one in the document is the older: feeds put the newest first. */
function isOlder(claim: Claim, other: Claim): boolean {
  return claim.published === null || other.published === null || claim.published <= other.published;
}

function ownId(id: string): string {
  const own = canonicalLink(id.trim());
  return own.length > MAX_ID_LENGTH ? hash(own) : own;
}

/** 144 bits. */
function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}
