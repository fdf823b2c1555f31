import { Composer } from 'grammy';
import { redact } from '../log.ts';
import { topicName } from '../relay/topics.ts';
import { isOwnerHere } from './allowed.ts';
import { chosen, offered } from './choices.ts';
import { acknowledge, answer, type BotContext, placeOf, responding } from './context.ts';
import { hostOf } from './failures.ts';
import { optionFault } from './feedcard.ts';
import { reasonText } from './found.ts';
import { nameOf } from './naming.ts';
import { readWishes, type Wishes } from './options.ts';
import { column } from './pages.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import { forgetMessage } from './setfeed.ts';

/** `/addfeed <url> [name=…] [category=…] [schedule=…]`: puts a feed into the catalogue. Data: `a:<update>:<n>`, one of several found. */
export function addFeed(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('addfeed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const [, address, rest = ''] = /^(\S+)(.*)$/s.exec(ctx.match.trim()) ?? [];
    if (!address) return void (await answer(ctx, ctx.say('addfeed-how')));
    if (redact(ctx.match) !== ctx.match) await answer(ctx, await forgetMessage(ctx));
    const read = readWishes(rest, ['name', 'category', 'schedule'], parts);
    if (read.kind !== 'wishes') return void (await answer(ctx, optionFault(ctx, read)));
    await add(ctx, address, { options: read.wishes, parts });
  });

  feature.callbackQuery(/^a:(\d+):(\d+)$/, async (ctx, next) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const choice = await chosen<Wishes>(ctx, store, 'a');
    if (!choice) return next();
    await acknowledge(ctx);
    await add(ctx, choice.url, { options: choice.wish, parts });
  });

  return feature;
}

async function add(
  ctx: BotContext,
  address: string,
  { options, parts }: { options: Wishes; parts: BotParts },
): Promise<void> {
  const { findFeed, store } = parts;
  const { tell } = responding(ctx);
  const host = hostOf(address);
  await tell(ctx.say('looking', { host }));
  const outcome = await findFeed(address, { userId: ctx.from?.id ?? null, listed: 'listed' });
  if (outcome.kind === 'several') {
    const choice = { kind: 'a', links: outcome.links, wish: options };
    return tell(ctx.say('choose-feed', { host }), column(await offered(ctx, store, choice)));
  }
  if (outcome.kind !== 'found') return tell(reasonText(ctx, outcome, host));
  const { feed } = outcome;
  await store.feeds.save(feed.id, options);
  if (options.name !== undefined) {
    await store.topics.rename(feed.id, topicName({ ...feed, ...options }));
  }
  await tell(ctx.say('addfeed-done', { title: nameOf({ ...feed, ...options }) }));
  await sendNewest(ctx, placeOf(ctx), { feeds: [feed], count: 1, parts });
}
