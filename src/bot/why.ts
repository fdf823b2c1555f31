import { Composer } from 'grammy';
import type { EpochMs } from '../model.ts';
import { UNCERTAIN } from '../relay/stock.ts';
import { type Fate, fateOf } from '../relay/why.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { Chat } from '../store/schema.ts';
import type { Place, SubscribedFeed } from '../store/subscriptions.ts';
import { mayTurnHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { entriesMeant } from './meant.ts';
import { momentIn } from './moments.ts';
import { headlineTold, quoted } from './naming.ts';
import type { BotParts } from './parts.ts';
import { answerAbout, hereOf, readAddressed, targetOf } from './target.ts';
import { hoursOf } from './when.ts';
import { keepTold, type ToldTogether, togetherView, toldKept, toldTogether } from './whybundle.ts';

/**
 * `/why <link> [to @channel]`, or as a reply to a post: what became of that entry in a chat, and why. As a reply to a
 * digest: of all that it names. Data: `wy:<update>:<page>`.
 */
export function why(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('why', async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const { place } = (to === null ? hereOf(ctx) : await targetOf(ctx, to, parts)) ?? {};
    const chat = place && (await parts.store.chats.get(place.chatId));
    if (!chat) return;
    const isReply = text === '' && to === null;
    const message = isReply ? ctx.msg?.reply_to_message : undefined;
    const together = await toldTogether(message, place, parts);
    if (together) return showTogether(ctx, together, parts);
    const entries = await entriesMeant(ctx, parts, text);
    if (entries === null) return void (await answer(ctx, ctx.say('why-how')));
    if (entries.length === 0) return void (await answer(ctx, ctx.say('why-unknown')));
    await answerAbout(ctx, chat, await whyText(ctx, entries, { parts, place, chat }));
  });

  feature.callbackQuery(/^wy:(\d{1,16}):(\d{1,3})$/, async (ctx, next) => {
    if (!(await mayTurnHere(ctx, parts.rights))) return;
    const [note, wanted] = [Number(ctx.match[1]), Number(ctx.match[2])];
    const together = await toldKept(ctx, note, parts);
    if (!together) return next();
    const { piece, keyboard } = await togetherView(ctx, together, { note, wanted, parts });
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

async function showTogether(
  ctx: BotContext,
  together: ToldTogether,
  parts: BotParts,
): Promise<void> {
  const note = await keepTold(ctx, together, parts);
  const { piece, keyboard } = await togetherView(ctx, together, { note, wanted: 0, parts });
  await answer(ctx, piece, keyboard);
}

type WhyWhere = { parts: BotParts; place: Place; chat: Chat };

/** What became in a place of an entry, which several feeds may have told. */
export async function whyText(
  ctx: BotContext,
  entries: StoredEntry[],
  where: WhyWhere,
): Promise<Piece> {
  const { entry, fate } = await bestFate(entries, where);
  const title = bold(headlineTold(entry));
  return join([title, fateText(ctx, entry, fate, where.parts)], '\n');
}

/** Of several feeds' entries, and of all places of this chat, what has to do with it most. */
async function bestFate(entries: StoredEntry[], { parts, place, chat }: WhyWhere) {
  const { store, clock } = parts;
  const followed = await store.subscriptions.ofChat(place.chatId);
  const fates: { entry: StoredEntry; fate: Fate }[] = [];
  for (const entry of entries) {
    for (const threadId of threadsOf(entry, place, followed)) {
      const at = { place: { ...place, threadId }, chat };
      fates.push({ entry, fate: await fateOf(entry, at, { store, now: clock.now() }) });
    }
  }
  const [first] = fates;
  const concerned = fates.find(({ fate }) => fate.kind !== 'notFollowed') ?? first;
  if (!concerned) throw new Error('There is no entry to tell of');
  return concerned;
}

/** Where in a chat an entry may have come: where that is asked, and into the topics in which its feed is followed. */
function threadsOf({ feedId }: StoredEntry, { threadId }: Place, followed: SubscribedFeed[]) {
  const ofFeed = followed.filter(({ id }) => id === feedId);
  return new Set([threadId, ...ofFeed.map((it) => it.threadId)]);
}

const TOLD_IN: Record<BundleKind, string> = {
  digest: 'why-in-digest',
  many: 'why-in-many',
  missed: 'why-in-missed',
  old: 'why-in-old',
};

function fateText(
  ctx: BotContext,
  { feedTitle, at }: StoredEntry,
  fate: Fate,
  parts: BotParts,
): string {
  const feed = quoted(feedTitle);
  const told = hoursOf(ctx, ctx.known, parts);
  const date = (moment: EpochMs) => momentIn(moment, told);
  switch (fate.kind) {
    case 'sent': {
      const sent = ctx.say('why-sent', { feed, date: date(fate.at), published: date(at) });
      if (fate.revisions === 0) return sent;
      return `${sent} ${ctx.say('why-revised', { count: fate.revisions })}`;
    }
    case 'bundled': {
      const published = date(at);
      return ctx.say(TOLD_IN[fate.bundle], { feed, date: date(fate.at), published });
    }
    case 'told': {
      const text = ctx.say('why-told', { feed, other: quoted(fate.by) });
      return fate.link === null ? text : `${text}\n${fate.link}`;
    }
    case 'filtered': {
      const { of, written } = fate.rule;
      return ctx.say('why-filtered', { feed, of, rule: quoted(written) });
    }
    case 'held':
      return ctx.say('why-held', { date: date(fate.since), reason: quoted(fate.reason) });
    case 'waiting':
      if (fate.reason === null) return ctx.say('why-waiting', { date: date(fate.until) });
      return ctx.say('why-refused', { date: date(fate.until), reason: quoted(fate.reason) });
    case 'digest':
      return ctx.say('why-digest', { date: date(fate.until) });
    case 'quiet':
      return ctx.say('why-quiet', { date: date(fate.until) });
    case 'next':
      return ctx.say('why-next');
    case 'dead':
      if (fate.reason === UNCERTAIN) return ctx.say('why-uncertain', { date: date(fate.at) });
      return ctx.say('why-dead', { date: date(fate.at), reason: quoted(fate.reason) });
    case 'notFollowed':
      return ctx.say('why-not-followed', { feed });
    case 'paused':
      return ctx.say('why-paused', { feed, date: date(fate.since) });
    case 'earlier':
      return ctx.say('why-earlier', { feed, date: date(fate.since) });
    case 'dropped':
      return ctx.say('why-dropped', { feed });
    case 'longAgo':
      return ctx.say('why-long-ago', { feed });
  }
}
