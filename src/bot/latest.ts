import { Composer } from 'grammy';
import { answer, type BotContext, placeOf } from './context.ts';
import { feedsKnownHere, namedFeed } from './naming.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';

const DEFAULT_COUNT = 3;
const MOST = 10;

/** `/latest [n] [<feed>]`: the newest posts of this chat's feeds, or of one feed, newest last. */
export function latest(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.command('latest', async (ctx) => {
    const asked = readAsked(ctx.match.trim());
    if (!asked) return void (await answer(ctx, ctx.say('latest-how', { most: MOST })));
    const { count, name } = asked;
    const followed = await store.subscriptions.ofChat(ctx.known.id);
    const feeds = name === '' ? followed : await namedHere(ctx, name, parts);
    if (!feeds) return;
    if (feeds.length === 0) return void (await answer(ctx, ctx.say('latest-nothing-followed')));
    const shown = await sendNewest(ctx, placeOf(ctx), { feeds, count, parts, only: 'wanted' });
    if (shown === 'none') await answer(ctx, ctx.say('latest-none'));
    if (shown === 'unwanted') await answer(ctx, ctx.say('latest-unwanted'));
  });

  return feature;
}

/** A number in front is a count where it can be one; else it belongs to the name, as in “20 Minuten”. */
function readAsked(text: string): { count: number; name: string } | null {
  const [, digits, name = ''] = /^(\d+)(?:\s+(.*))?$/s.exec(text) ?? [];
  const count = Number(digits);
  if (digits !== undefined && count >= 1 && count <= MOST) return { count, name };
  if (digits !== undefined && name === '') return null;
  return { count: DEFAULT_COUNT, name: text };
}

async function namedHere(ctx: BotContext, name: string, parts: BotParts) {
  const feeds = await feedsKnownHere(ctx, parts);
  const feed = await namedFeed(ctx, name, parts, { feeds });
  return feed && [feed];
}
