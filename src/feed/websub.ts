// What W3C WebSub (w3.org/TR/websub) asks of a subscriber, as far as it needs neither network nor store.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EpochMs } from '../model.ts';
import { canonicalLink } from './identity.ts';
import { absoluteUrl } from './links.ts';
import type { ParsedFeed } from './parse.ts';

/** Where changes can be subscribed to, and under which URL the hub knows the feed; null when no hub is named. */
export type NamedHub = { hubUrl: string | null; topicUrl: string | null };

export type HubMode = 'subscribe' | 'unsubscribe';

/** The hub to ask of those a feed names: the first that nobody on the way can listen to, else the first. */
export function chooseHub(hubs: ParsedFeed['hubs']): NamedHub {
  const chosen = hubs.find(({ hub }) => hub.startsWith('https:')) ?? hubs[0];
  return { hubUrl: chosen?.hub ?? null, topicUrl: chosen?.self ?? null };
}

/** The hubs of a `Link` header, which outweighs the document; null when it names none. */
export function hubsIn(link: string | undefined, url: string): ParsedFeed['hubs'] | null {
  const hubs = linked('hub', link, url);
  return hubs.length > 0 ? hubs.map((hub) => ({ hub, self: selfIn(link, url) ?? url })) : null;
}

/** What a `Link` header says the document is; null when it does not say. */
export function selfIn(link: string | undefined, url: string): string | null {
  return linked('self', link, url)[0] ?? null;
}

/** A request to a hub, as its form fields. */
export function hubForm(
  mode: HubMode,
  asked: { topicUrl: string; callbackUrl: string; secret: string },
): Record<string, string> {
  const form = {
    'hub.mode': mode,
    'hub.topic': asked.topicUrl,
    'hub.callback': asked.callbackUrl,
    // Hubs from before WebSub (PubSubHubbub 0.3) refuse a request that does not choose.
    'hub.verify': 'async',
  };
  if (mode === 'unsubscribe') return form;
  return { ...form, 'hub.secret': asked.secret, 'hub.lease_seconds': String(LEASE_SECONDS) };
}

/** Whether the bytes are signed with our secret: `X-Hub-Signature`, by one of the four methods of the spec. */
export function isSigned(body: Uint8Array, secret: string, signature: string | undefined): boolean {
  const [, method = '', digest = ''] = SIGNATURE.exec(signature?.trim() ?? '') ?? [];
  if (method === '') return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether two URLs name one topic: hubs write it with http or https, with or without the slash at its end. */
export function isSameTopic(one: string, other: string): boolean {
  const plain = (url: string) => canonicalLink(url).replace(/\/$/, '');
  return plain(one) === plain(other);
}

/** How long a hub will push, by its `hub.lease_seconds`; where it does not say, as long as we asked for. */
export function leaseMs(written: string | undefined): number {
  const seconds = /^\d{1,10}$/.test(written ?? '') ? Number(written) : LEASE_SECONDS;
  return Math.min(Math.max(seconds, MIN_LEASE_SECONDS), MAX_LEASE_SECONDS) * 1000;
}

/** The part of a lease after which it is renewed: late enough to be cheap, early enough for a hub that is down. */
export const RENEW_AFTER = 0.8;

/** How long to wait for a hub's confirmation before it is asked again, after so many tries in a row. */
export function patienceMs(tries: number): number {
  return Math.min(FIRST_PATIENCE_MS * 2 ** Math.min(tries, 20), DAY_MS);
}

/**
 * When to ask a feed itself: as usual; while its hub tells us of all that is new only as a safety net, a twelfth as
 * often, and in any case at the end of the lease.
 */
export function pollAt(
  usualAt: EpochMs,
  { now, pushedUntil }: { now: EpochMs; pushedUntil: EpochMs | null },
): EpochMs {
  if (pushedUntil === null) return usualAt;
  const seldomMs = Math.min((usualAt - now) * SAFETY_NET_SHARE, SAFETY_NET_MS);
  return Math.max(usualAt, Math.min(now + seldomMs, pushedUntil));
}

const DAY_MS = 24 * 3_600_000;
const FIRST_PATIENCE_MS = 5 * 60_000;
/** A hub that falls silent is noticed within a dozen of the feed's usual pauses, and within six hours. */
const SAFETY_NET_SHARE = 12;
const SAFETY_NET_MS = 6 * 3_600_000;
const LEASE_SECONDS = 10 * 24 * 3600;
/** Shorter ones would have us ask at every tick; longer ones outlive what hubs remember. */
const MIN_LEASE_SECONDS = 60;
const MAX_LEASE_SECONDS = 90 * 24 * 3600;
const MAX_LINK_LENGTH = 8_000;

const SIGNATURE = /^(sha1|sha256|sha384|sha512)=([\da-f]{40,128})$/i;

function linked(rel: string, header = '', url: string): string[] {
  const links = header.slice(0, MAX_LINK_LENGTH).matchAll(/<([^<>]*)>([^<]*)/g);
  return [...links]
    .filter(([, , parameters = '']) => relsOf(parameters).includes(rel))
    .flatMap(([, href = '']) => absoluteUrl(href, url) ?? []);
}

function relsOf(parameters: string): string[] {
  const rels = /\brel\s*=\s*"?([^";]*)/i.exec(parameters)?.[1] ?? '';
  return rels
    .toLowerCase()
    .trim()
    .split(/[\s,]+/);
}
