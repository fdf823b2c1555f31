import { Composer } from 'grammy';
import type { EpochMs } from '../model.ts';
import { UNCERTAIN } from '../relay/stock.ts';
import { type Fate, fateOf } from '../relay/why.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { Chat } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { answer, type BotContext } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { entriesMeant } from './meant.ts';
import { momentIn } from './moments.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';
import { answerAbout, hereOf, readAddressed, targetOf } from './target.ts';

/** `/why <link> [to @channel]`, or as a reply to a post: what became of that entry in a chat, and why. */
export function why(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('why', async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const { place } = (to === null ? hereOf(ctx) : await targetOf(ctx, to, parts)) ?? {};
    const chat = place && (await parts.store.chats.get(place.chatId));
    if (!chat) return;
    const entries = await entriesMeant(ctx, parts, text);
    if (entries === null) return void (await answer(ctx, ctx.say('why-how')));
    if (entries.length === 0) return void (await answer(ctx, ctx.say('why-unknown')));
    await answerAbout(ctx, chat, await whyText(ctx, entries, { parts, place, chat }));
  });

  return feature;
}

type WhyWhere = { parts: BotParts; place: Place; chat: Chat };

/** What became in a place of an entry, which several feeds may have told. */
export async function whyText(
  ctx: BotContext,
  entries: StoredEntry[],
  where: WhyWhere,
): Promise<Piece> {
  const { entry, fate } = await bestFate(entries, where);
  const title = bold(quoted(entry.article.title));
  return join([title, fateText(ctx, entry, fate, where.parts)], '\n');
}

/** Of several feeds' entries the one that this chat has to do with. */
async function bestFate(
  entries: StoredEntry[],
  { parts: { store, clock }, place, chat }: WhyWhere,
) {
  const fates: { entry: StoredEntry; fate: Fate }[] = [];
  for (const entry of entries) {
    const fate = await fateOf(entry, { place, chat }, { store, now: clock.now() });
    fates.push({ entry, fate });
  }
  const [first] = fates;
  const concerned = fates.find(({ fate }) => fate.kind !== 'notFollowed') ?? first;
  if (!concerned) throw new Error('There is no entry to tell of');
  return concerned;
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
  { defaultTimeZone }: BotParts,
): string {
  const feed = quoted(feedTitle);
  const told = { timeZone: ctx.known.timeZone ?? defaultTimeZone, language: ctx.say.language };
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
      return ctx.say('why-waiting', { date: date(fate.until) });
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
  }
}
