import { Composer, InlineKeyboard } from 'grammy';
import { pauseFeeds, resumeFeeds } from '../relay/pauses.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { followedNamed } from './followed.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import { answerAbout, readAddressed, targetOf } from './target.ts';

type Change = 'pause' | 'resume';

/** What a command has paused or let go on, so that a button can take it back. */
type Changed = { change: Change; chatId: number; feeds: { id: number; threadId: number }[] };

const KEPT_MS = 24 * 3_600_000;
const OPPOSITE = { pause: 'resume', resume: 'pause' } as const;

/** `/pause [<feed>] [to @channel]`, `/resume …`: of one feed, or of all in this topic. Data: `pu:<update>` (undo). */
export function pause(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('pause', (ctx) => change(ctx, 'pause', parts));
  feature.command('resume', (ctx) => change(ctx, 'resume', parts));

  feature.callbackQuery(/^pu:(\d{1,16})$/, async (ctx, next) => {
    const changed = await parts.store.notes.get<Changed>(keyOf(ctx, Number(ctx.match[1])));
    const chatId = changed?.chatId ?? ctx.known.id;
    const elsewhere = chatId === ctx.known.id ? null : String(chatId);
    if (!(await targetOf(ctx, elsewhere, parts))) return;
    const followed = await parts.store.subscriptions.ofChat(chatId);
    const feeds = followed.filter(({ id, threadId }) =>
      changed?.feeds.some((it) => it.id === id && it.threadId === threadId),
    );
    if (!changed || feeds.length === 0) return next();
    await acknowledge(ctx);
    const undone = { change: OPPOSITE[changed.change], chatId, feeds };
    await respond(ctx, await carryOut(ctx, undone, parts));
  });

  return feature;
}

async function change(
  ctx: BotContext & { match: string },
  change: Change,
  parts: BotParts,
): Promise<void> {
  const { text, to } = readAddressed(ctx.match);
  const target = await targetOf(ctx, to, parts);
  if (!target) return;
  const { place } = target;
  const meant = await meantBy(ctx, text, { place, parts });
  if (!meant) return;
  const feeds = meant.filter((feed) =>
    change === 'pause' ? isLive(feed) : feed.pausedAt !== null,
  );
  const [first] = meant;
  if (feeds.length === 0) {
    const title = text !== '' && first ? nameOf(first) : ctx.say('filter-all');
    const already = ctx.say(`already-${change}d`, { title });
    return answerAbout(ctx, { id: place.chatId, title: target.title }, already);
  }
  const changed: Changed = { change, chatId: place.chatId, feeds: feeds.map(placed) };
  await parts.store.notes.set(keyOf(ctx, ctx.update.update_id), changed, KEPT_MS);
  const undo = new InlineKeyboard().text(ctx.say('undo'), `pu:${ctx.update.update_id}`);
  const told = await carryOut(ctx, { change, chatId: place.chatId, feeds }, parts);
  await answerAbout(ctx, { id: place.chatId, title: target.title }, told, undo);
}

/** The feed that is named, or all of that place; null when they were told that there is none. */
async function meantBy(
  ctx: BotContext,
  name: string,
  { place, parts }: { place: { chatId: number; threadId: number }; parts: BotParts },
): Promise<SubscribedFeed[] | null> {
  const { chatId, threadId } = place;
  if (name !== '' && !/^(?:all|全部)$/i.test(name)) {
    const feed = await followedNamed(ctx, name, { parts, chatId });
    return feed && [feed];
  }
  const followed = await parts.store.subscriptions.ofChat(chatId);
  const here = followed.filter((it) => it.threadId === threadId);
  if (here.length > 0) return here;
  await answer(ctx, ctx.say('list-empty'));
  return null;
}

/** Does it, and says what that means. */
async function carryOut(
  ctx: BotContext,
  { change, chatId, feeds }: { change: Change; chatId: number; feeds: SubscribedFeed[] },
  parts: BotParts,
): Promise<string> {
  const [first] = feeds;
  const count = feeds.length;
  const title = first && count === 1 ? nameOf(first) : '';
  if (change === 'pause') {
    await pauseFeeds(chatId, feeds, parts);
    return ctx.say(count === 1 ? 'paused' : 'paused-all', { title, count });
  }
  const missed = await resumeFeeds(chatId, feeds, parts);
  const told = ctx.say(count === 1 ? 'resumed' : 'resumed-all', { title, count });
  return `${told}\n${ctx.say('resumed-missed', { missed })}`;
}

/** A pause that ends by itself can be made to last. */
function isLive({ pausedAt, pausedUntil }: SubscribedFeed): boolean {
  return pausedAt === null || pausedUntil !== null;
}

function placed({ id, threadId }: SubscribedFeed) {
  return { id, threadId };
}

function keyOf(ctx: BotContext, note: number): string {
  return `pause:${ctx.known.id}:${note}`;
}
