import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { hubForm, isSigned, leaseMs, patienceMs, RENEW_AFTER } from '../feed/websub.ts';
import type { Http } from '../http.ts';
import type { Feed, Lease } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { LeaseSecrets } from '../store/websub.ts';
import type { FeedCheck } from './check.ts';
import type { CollectDeps } from './collect.ts';
import { hostOf } from './hosts.ts';
import { distrust, type Push, rememberPush, trust } from './push.ts';

export type HubDeps = CollectDeps & {
  store: Pick<Store, 'leases'>;
  http: Http;
  /** Fetches a feed at once and remembers what is new. */
  checkFeed: (feed: Feed) => Promise<FeedCheck>;
  /** Where hubs reach us: a callback is `<publicUrl>/websub/<256 secret bits>`. */
  publicUrl: string;
};

/** A hub asks whether we meant it, or says that it will not push (w3.org/TR/websub/#hub-verifies-intent). */
export type HubQuestion = {
  mode: string;
  topicUrl: string;
  challenge: string;
  leaseSeconds: string | undefined;
};

export type HubAnswer = { kind: 'confirmed'; challenge: string } | { kind: 'noted' | 'unknown' };

/** Feeds whose hub tells us of what is new at once: WebSub, beside polling and never instead of it. */
export type Hubs = {
  /** Subscribes, renews and gives up what is due; resolves when the hubs have answered. Calls may overlap. */
  tick(): Promise<void>;
  answer(callback: string, question: HubQuestion): Promise<HubAnswer>;
  /** Whether a push to this callback is worth reading. */
  expects(callback: string): Promise<boolean>;
  /**
   * Resolves when what was pushed is remembered and owed: a hub that hears no yes pushes it again. What is signed wrong
   * is taken and ignored, as the spec wants it.
   */
  receive(callback: string, push: Push): Promise<'taken' | 'gone'>;
  /** Takes up no more; resolves when nothing is under way. */
  stop(): Promise<void>;
};

const AT_ONCE = 8;
const CLAIMED = 4 * AT_ONCE;
/** A hub that says no may change its mind. */
const DENIED_MS = 24 * 3_600_000;
/** A hub that does not confirm the end hears no more of it: its lease ends by itself, and its pushes find us gone. */
const FAREWELLS = 3;
const HUB_TIMEOUT_MS = 10_000;
const HUB_ANSWER_BYTES = 64 * 1024;

export function createHubs(deps: HubDeps): Hubs {
  const { store, clock, log } = deps;
  const politely = pLimit(AT_ONCE);
  const underWay = new Set<Promise<void>>();
  /** Feeds that are fetched because a hub said so; `again` when it has said so once more. */
  const fetching = new Map<number, 'once' | 'again'>();
  let stopping = false;

  return {
    async tick() {
      if (stopping) return;
      const lost = await store.leases.arrange(clock.now(), newSecrets);
      for (const feedId of lost) await distrust(feedId, deps);
      const due = await store.leases.claimDue(clock.now(), CLAIMED, patienceMs);
      await Promise.all(due.map((lease) => start(() => ask(lease, deps))));
    },
    answer: (callback, question) => answer(callback, question, deps),
    expects: async (callback) => (await store.leases.byCallback(callback))?.mode === 'subscribe',
    async receive(callback, push) {
      const lease = await store.leases.byCallback(callback);
      const feed = lease?.mode === 'subscribe' && (await store.feeds.byId(lease.feedId));
      if (!feed) return 'gone';
      if (feed.stoppedAt !== null) return 'taken';
      if (!isSigned(push.body, lease.secret, push.signature)) {
        log('hub.unsigned', { feedId: feed.id, hub: hostOf(lease.hubUrl) });
      } else if ((await rememberPush(push, { feed, lease }, deps)) === 'nothing') {
        fetchSoon(lease);
      }
      return 'taken';
    },
    async stop() {
      stopping = true;
      await Promise.all(underWay);
    },
  };

  /** Pings that come while one is answered are answered together, by one more fetch. */
  function fetchSoon(lease: Lease): void {
    const { feedId } = lease;
    if (fetching.has(feedId)) return void fetching.set(feedId, 'again');
    fetching.set(feedId, 'once');
    void start(async () => {
      do {
        fetching.set(feedId, 'once');
        await fetchNow(lease, deps);
      } while (fetching.get(feedId) === 'again' && !stopping);
    }).finally(() => fetching.delete(feedId));
  }

  /** Never rejects: one hub's fault is its own. */
  function start(act: () => Promise<void>): Promise<void> {
    const acting = politely(act)
      .catch((error: unknown) => log('hub.crashed', { error }))
      .finally(() => underWay.delete(acting));
    underWay.add(acting);
    return acting;
  }
}

function newSecrets(): LeaseSecrets {
  const secret = () => randomBytes(32).toString('base64url');
  return { callback: secret(), secret: secret() };
}

/** Asks a hub to push, to go on pushing, or to stop. It confirms by a question of its own, see `answer`. */
async function ask(lease: Lease, deps: HubDeps): Promise<void> {
  const { http, store, clock, log, publicUrl } = deps;
  const { callback, feedId, mode, topicUrl, secret, endsAt, tries } = lease;
  const isLive = endsAt !== null && endsAt > clock.now();
  if (mode === 'unsubscribe' && (!isLive || tries >= FAREWELLS)) return store.leases.drop(callback);
  if (tries > 0) await doWithout(lease, deps);

  const callbackUrl = `${publicUrl}/websub/${callback}`;
  const outcome = await http({
    url: lease.hubUrl,
    form: hubForm(mode, { topicUrl, callbackUrl, secret }),
    timeoutMs: HUB_TIMEOUT_MS,
    maxBytes: HUB_ANSWER_BYTES,
  });
  const asked = { feedId, hub: hostOf(lease.hubUrl), mode, tries: tries + 1 };
  if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) {
    return log('hub.asked', asked);
  }
  const reason = outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.detail;
  log('hub.failed', { ...asked, reason });
  await doWithout(lease, deps);
}

/** A lease that is given back says nothing of the hub that took its place. */
async function doWithout({ mode, feedId }: Lease, deps: HubDeps): Promise<void> {
  if (mode === 'subscribe') await distrust(feedId, deps);
}

/** Confirms only what we asked for: anybody may send a hub to us, but only the hub knows the callback. */
async function answer(
  callback: string,
  { mode, topicUrl, challenge, leaseSeconds }: HubQuestion,
  deps: HubDeps,
): Promise<HubAnswer> {
  const { store, clock, log } = deps;
  const lease = await store.leases.byCallback(callback);
  if (!lease || lease.topicUrl !== topicUrl) return { kind: 'unknown' };
  const { feedId } = lease;
  if (mode === 'denied') {
    log('hub.denied', { feedId, hub: hostOf(lease.hubUrl) });
    await store.leases.deny(callback, clock.now() + DENIED_MS);
    await doWithout(lease, deps);
    return { kind: 'noted' };
  }
  if (mode !== lease.mode) return { kind: 'unknown' };
  if (mode === 'unsubscribe') {
    await store.leases.drop(callback);
  } else {
    const lastsMs = leaseMs(leaseSeconds);
    const askAt = clock.now() + Math.round(lastsMs * RENEW_AFTER);
    await store.leases.confirm(callback, { endsAt: clock.now() + lastsMs, askAt });
    log('hub.leased', { feedId, hub: hostOf(lease.hubUrl), lastsMs });
  }
  return { kind: 'confirmed', challenge };
}

async function fetchNow(lease: Lease, deps: HubDeps): Promise<void> {
  const { store, checkFeed } = deps;
  const feed = await store.feeds.byId(lease.feedId);
  if (!feed || feed.stoppedAt !== null || (await checkFeed(feed)).kind === 'failed') return;
  const checked = await store.feeds.byId(feed.id);
  if (checked) await trust(checked, lease, deps);
}
