import { Composer } from 'grammy';
import { answer, type BotContext, placeOf } from './context.ts';
import { feedsKnown, namedFeed } from './naming.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import { answerAbout, hereOf, readAddressed, type Target, targetOf } from './target.ts';

const DEFAULT_COUNT = 3;
const MOST = 10;

/** `/latest [n] [<feed>] [to @channel]`: the newest posts of a chat's feeds, or of one feed, newest last. */
export function latest(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('latest', async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const asked = readAsked(text);
    if (!asked) return void (await answer(ctx, ctx.say('latest-how', { most: MOST })));
    const target = to === null ? hereOf(ctx) : await targetOf(ctx, to, parts);
    if (target) await show(ctx, asked, { target, parts });
  });

  return feature;
}

type Asked = { count: number; name: string };

/** Shows them here as they look there. */
async function show(
  ctx: BotContext,
  { count, name }: Asked,
  { target, parts }: { target: Target; parts: BotParts },
): Promise<void> {
  const { place: looks, title } = target;
  const { chatId } = looks;
  const feeds =
    name === ''
      ? await parts.store.subscriptions.ofChat(chatId)
      : await namedFor(ctx, name, { parts, chatId });
  if (!feeds) return;
  const tell = (key: string) => answerAbout(ctx, { id: chatId, title }, ctx.say(key));
  if (feeds.length === 0) return tell('latest-nothing-followed');
  const wanted = { feeds, count, parts, looks, only: 'wanted' } as const;
  const shown = await sendNewest(ctx, placeOf(ctx), wanted);
  if (shown === 'none') await tell('latest-none');
  if (shown === 'unwanted') await tell('latest-unwanted');
}

/** A number in front is a count where it can be one; else it belongs to the name, as in “20 Minuten”. */
function readAsked(text: string): Asked | null {
  const [, digits, name = ''] = /^(\d+)(?:\s+(.*))?$/s.exec(text) ?? [];
  const count = Number(digits);
  if (digits !== undefined && count >= 1 && count <= MOST) return { count, name };
  if (digits !== undefined && name === '') return null;
  return { count: DEFAULT_COUNT, name: text };
}

async function namedFor(
  ctx: BotContext,
  name: string,
  { parts, chatId }: { parts: BotParts; chatId: number },
) {
  const feeds = await feedsKnown(chatId, parts);
  const feed = await namedFeed(ctx, name, parts, { feeds });
  return feed && [feed];
}
