import { Composer } from 'grammy';
import { parseTemplate, TEMPLATE_LIMIT, type TemplateFault } from '../post/template.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { answer, type BotContext, placeOf } from './context.ts';
import { join } from './format.ts';
import { leadingFeed } from './leading.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import type { Settings } from './settingsdata.ts';
import { keepBefore } from './takeback.ts';
import { answerAbout, type Target, targetOf } from './target.ts';

/** `/template` as it was typed: feed and text still in one, and in which other chat. */
type Written = { text: string; to: string | null; behind: string };

type Where = { target: Target; parts: BotParts };

const FAULT_TEXTS: Record<TemplateFault['fault'], string> = {
  tooLong: 'template-too-long',
  tooMany: 'template-too-many',
  tooDeep: 'template-too-deep',
  brace: 'template-brace',
  field: 'template-field',
  filter: 'template-filter',
  condition: 'template-condition',
  stray: 'template-stray',
  open: 'template-open',
  empty: 'template-how',
};

/** `/template <feed> [to @channel] [<text> or off]`: the words around one feed's posts, with a preview at once. */
export function template(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('template', async (ctx) => {
    const { text, to, behind } = readWritten(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    if (text === '') return void (await answer(ctx, ctx.say('template-how')));
    const named = await leadingFeed(ctx, text, { chatId: target.place.chatId, parts });
    if (!named) return;
    const wanted = to === null ? named.rest : behind;
    const where = { target, parts };
    if (wanted === '') return show(ctx, named.feed, where);
    await set(ctx, named.feed, { wanted, where });
  });

  return feature;
}

/** A template as the answer to our question; answers false when it cannot be read. */
export async function templateWritten(
  ctx: BotContext,
  wanted: string,
  { stand, parts }: { stand: Settings; parts: BotParts },
): Promise<boolean> {
  const { chat, feed, scope } = stand;
  if (!feed) return true;
  const target = { place: scope, title: chat.title, isElsewhere: chat.id !== ctx.known.id };
  return set(ctx, feed, { wanted, where: { target, parts } });
}

async function set(
  ctx: BotContext,
  feed: SubscribedFeed,
  { wanted, where }: { wanted: string; where: Where },
): Promise<boolean> {
  const { target, parts } = where;
  const place = { chatId: target.place.chatId, threadId: feed.threadId };
  const chat = { id: place.chatId, title: target.title };
  const title = nameOf(feed);
  const { template = null } = (await parts.store.subscriptions.own(place, feed.id)) ?? {};
  const keep = () => keepBefore(ctx, { scope: { ...place, feedId: feed.id }, template }, parts);
  if (wanted.toLowerCase() === 'off') {
    await parts.store.subscriptions.look(place, feed.id, { template: null });
    await answerAbout(ctx, chat, ctx.say('template-removed', { title }), await keep());
    return true;
  }
  const read = parseTemplate(wanted);
  if (read.kind === 'fault') {
    await answer(ctx, faultText(ctx, read));
    return false;
  }
  await parts.store.subscriptions.look(place, feed.id, { template: wanted });
  await answerAbout(ctx, chat, ctx.say('template-set', { title }), await keep());
  await preview(ctx, feed, where);
  return true;
}

/** “to @channel” stands behind the feed's name, for the template itself may say such words. */
function readWritten(typed: string): Written {
  const [, text = '', to, behind = ''] =
    /^([^{\n]*?)\s+to\s+(@\w{3,}|-\d{5,})(?:\s+(.*))?$/s.exec(typed) ?? [];
  if (to === undefined) return { text: typed.trim(), to: null, behind: '' };
  return { text: text.trim(), to, behind: behind.trim() };
}

/** The present template, as code that can be copied with one tap. */
async function show(ctx: BotContext, feed: SubscribedFeed, { target, parts }: Where) {
  const place = { chatId: target.place.chatId, threadId: feed.threadId };
  const own = await parts.store.subscriptions.own(place, feed.id);
  const chat = { id: place.chatId, title: target.title };
  const title = nameOf(feed);
  if (!own?.template) {
    const none = ctx.say('template-none', { title });
    return answerAbout(ctx, chat, join([none, ctx.say('template-how')], '\n\n'));
  }
  const code = { type: 'pre', offset: 0, length: own.template.length } as const;
  const written = { text: own.template, entities: [code] };
  await answerAbout(ctx, chat, join([ctx.say('template-present', { title }), written], '\n'));
}

async function preview(ctx: BotContext, feed: SubscribedFeed, { target, parts }: Where) {
  const looks = { chatId: target.place.chatId, threadId: feed.threadId };
  const shown = await sendNewest(ctx, placeOf(ctx), { feeds: [feed], count: 1, parts, looks });
  if (shown === 'none') await answer(ctx, ctx.say('latest-none'));
}

function faultText(ctx: BotContext, { fault, at, what }: TemplateFault): string {
  return ctx.say(FAULT_TEXTS[fault], { at, what, most: TEMPLATE_LIMIT });
}
