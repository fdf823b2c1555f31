import { Composer } from 'grammy';
import { pickFeed } from '../relay/pick.ts';
import { titleOf } from '../store/feeds.ts';
import { answer, type BotContext, placeOf } from './context.ts';
import { lastList } from './lists.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';

const DEFAULT_COUNT = 3;
const MOST = 10;

/** `/latest [n] [<feed>]`: the newest posts of this chat's feeds, or of one feed, newest last. */
export function latest(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.command('latest', async (ctx) => {
    const asked = /^(?:(\d{1,2})(?:\s+|$))?(.*)$/s.exec(ctx.match.trim());
    const count = Number(asked?.[1] ?? DEFAULT_COUNT);
    const name = asked?.[2]?.trim() ?? '';
    if (count < 1 || count > MOST) return void (await answer(ctx, ctx.say('latest-how')));

    const followed = await store.subscriptions.ofChat(ctx.known.id);
    const feeds = name === '' ? followed : await named(ctx, name, parts);
    if (!feeds) return;
    if (feeds.length === 0) return void (await answer(ctx, ctx.say('latest-nothing-followed')));
    const shown = await sendNewest(ctx, placeOf(ctx), { feeds, count, parts });
    if (shown === 0) await answer(ctx, ctx.say('latest-none'));
  });

  return feature;
}

/** The one feed of that name among what this chat follows and the catalogue; null when the asker was told otherwise. */
async function named(ctx: BotContext, name: string, { store }: BotParts) {
  const followed = await store.subscriptions.ofChat(ctx.known.id);
  const catalogue = await store.feeds.catalogue();
  const known = new Map([...catalogue, ...followed].map((feed) => [feed.id, feed]));
  const picked = pickFeed(name, [...known.values()], await lastList(ctx, store));
  switch (picked.kind) {
    case 'feed':
      return [picked.feed];
    case 'ambiguous': {
      const titles = picked.feeds.map(titleOf).join(' · ');
      await answer(ctx, ctx.say('feed-ambiguous', { name, titles }));
      return null;
    }
    case 'unknown':
      await answer(ctx, ctx.say('feed-unknown', { name }));
      return null;
  }
}
