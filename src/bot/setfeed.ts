import { Composer } from 'grammy';
import { withHeaders } from '../feed/headers.ts';
import { isSameServer } from '../http/servers.ts';
import { redact } from '../log.ts';
import { urlOf } from '../relay/find.ts';
import { topicName } from '../relay/topics.ts';
import type { Feed } from '../store/schema.ts';
import { answerOf } from '../telegram/answer.ts';
import { isOwnerHere } from './allowed.ts';
import { answer, type BotContext, responding, type Tell } from './context.ts';
import { failureText, hostOf } from './failures.ts';
import { cardOf, optionFault } from './feedcard.ts';
import { join } from './format.ts';
import { namedFeed } from './naming.ts';
import { type OptionsRead, type readOptions, readWishes } from './options.ts';
import type { BotParts } from './parts.ts';

const ALLOWED: Parameters<typeof readOptions>[1] = [
  ...(['name', 'category', 'schedule', 'url', 'fulltext'] as const),
  ...(['style', 'summary', 'filter', 'headers'] as const),
];

/** Keys of servers stand in headers, and in what follows the question mark of an address. However wrongly it is written,
 *  a secret is one. */
const SECRET = /\bheaders?\s*\.|\bauthorization\b|\bbearer\s|\burl\s*=\s*\S*[?@]/i;

/** `/setfeed <feed> key=value …`: all that is said of a feed at once, or nothing of it. What held a secret is deleted. */
export function setFeed(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('setfeed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    if (holdsSecret(ctx.match)) await answer(ctx, await forgetMessage(ctx));
    const [, name, rest] = /^(.+?)\s+([\w.-]+=.*)$/s.exec(ctx.match) ?? [];
    if (!name || !rest) return void (await answer(ctx, ctx.say('setfeed-how')));
    const feed = await namedFeed(ctx, unquotedName(name), parts, {
      feeds: await store.feeds.all(),
    });
    if (feed) await obey(ctx, feed, { rest, parts });
  });

  return feature;
}

async function obey(
  ctx: BotContext,
  feed: Feed,
  { rest, parts }: { rest: string; parts: BotParts },
): Promise<void> {
  const { tell } = responding(ctx);
  const read = readWishes(rest, ALLOWED, parts);
  if (read.kind !== 'wishes') return tell(optionFault(ctx, read));
  const fault = await change(ctx, feed, { read, tell, parts });
  if (fault !== null) return tell(join([fault, ctx.say('setfeed-unchanged')], '\n'));
  await tell(...(await cardOf(ctx, feed.id, parts)));
}

function holdsSecret(written: string): boolean {
  return SECRET.test(written) || redact(written) !== written;
}

/** Deletes what somebody wrote; answers the sentence that tells them so, or to do it themselves. */
export async function forgetMessage(ctx: BotContext): Promise<string> {
  const deleted = await answerOf(ctx.deleteMessage());
  return ctx.say(deleted.kind === 'sent' ? 'setfeed-deleted' : 'setfeed-undeleted');
}

function unquotedName(name: string): string {
  return /^["“](.*)["”]$/s.exec(name.trim())?.[1] ?? name;
}

type Change = { read: Extract<OptionsRead, { kind: 'wishes' }>; tell: Tell; parts: BotParts };

/** Answers why nothing was changed; null when all was. */
async function change(
  ctx: BotContext,
  feed: Feed,
  { read, tell, parts }: Change,
): Promise<string | null> {
  const { store, clock } = parts;
  const { url, ...wishes } = read.wishes;
  const address = url === undefined ? feed.url : urlOf(url);
  if (address === null) return ctx.say('setfeed-url-taken');
  const isMoved = address !== feed.url;
  if (isMoved && (await store.feeds.byUrl(address))) return ctx.say('setfeed-url-taken');
  // What one server was told in confidence is none of another's business.
  const known = isSameServer(feed.url, address) ? feed.headers : null;
  const headers = withHeaders(known, read.headers);
  if (headers === undefined) return ctx.say('headers-too-many');
  const hindrance = isMoved
    ? await tryThere(ctx, { url: address, headers }, { tell, parts })
    : null;
  if (hindrance !== null) return hindrance;
  const isAskedAnew = isMoved || headers !== feed.headers;
  const changes = {
    ...wishes,
    headers,
    ...(isAskedAnew && { etag: null, lastModified: null, bodyHash: null }),
    // Whatever it was to wait for, its new settings say something else.
    nextFetchAt: clock.now(),
  };
  if (!isMoved) await store.feeds.save(feed.id, changes);
  else if (!(await store.feeds.move(feed.id, address, changes)))
    return ctx.say('setfeed-url-taken');
  if (wishes.name !== undefined)
    await store.topics.rename(feed.id, topicName({ ...feed, ...wishes }));
  return null;
}

/** Why there is no feed at an address; null when there is one. */
async function tryThere(
  ctx: BotContext,
  asked: { url: string; headers: string | null },
  { tell, parts }: Pick<Change, 'tell' | 'parts'>,
): Promise<string | null> {
  const host = hostOf(asked.url);
  await tell(ctx.say('looking', { host }));
  const outcome = await parts.tryFeed(asked);
  switch (outcome.kind) {
    case 'fetched':
      return null;
    case 'page':
      return failureText(ctx.say, 'notAFeed', host);
    case 'gone':
    case 'unchanged':
      return failureText(ctx.say, outcome.kind, host);
    case 'failed':
      return failureText(ctx.say, outcome.reason, host);
  }
}
