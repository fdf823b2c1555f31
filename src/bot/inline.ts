import { Composer } from 'grammy';
import type { InlineQueryResult, InlineQueryResultsButton } from 'grammy/types';
import type { Chat } from '../store/schema.ts';
import { type Answer, answerOf } from '../telegram/answer.ts';
import type { BotContext } from './context.ts';
import { localeOf } from './locale.ts';
import type { BotParts } from './parts.ts';
import { type Sharing, sharesOf } from './shares.ts';
import type { Say } from './texts.ts';

/** Of the fifty that Telegram takes: as many as people scroll through before they type another word. */
const PAGE_SIZE = 20;
/** Nobody scrolls further. */
const LAST_OFFSET = 500;
/** Long enough for whoever deletes a letter and types it again, too short to hide what has just come. */
const CACHED_SECONDS = 20;

/** `@bot words` in any chat: kept articles that this person may see, to be shared there as posts; without words, the
 *  newest. Stands before what asks for a chat, because these updates have none. */
export function inline(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.on('inline_query', async (ctx) => {
    const voice = await voiceOf(ctx, parts);
    const restMs = restOf(ctx, parts);
    if (restMs > 0) return askForPatience(ctx, restMs, voice);
    const asker = await askerOf(ctx, voice, parts);
    const { results, plain, next } = await sharesFor(ctx, asker, parts);
    const isEmpty = results.length === 0 && ctx.inlineQuery.offset === '';
    const options = {
      is_personal: true,
      cache_time: CACHED_SECONDS,
      next_offset: next,
      ...(isEmpty && { button: buttonOf(asker) }),
    };
    const answered = await answerOf(ctx.answerInlineQuery(results, options));
    if (isRefusedForPictures(answered, results)) {
      // One file that Telegram no longer knows fails the answer as a whole.
      await answerOf(ctx.answerInlineQuery(plain, options));
    } else if (answered.kind !== 'sent') {
      parts.log('inline.refused', { updateId: ctx.update.update_id, reason: answered.reason });
    }
  });

  // Telegram tells us of what people share; it is meant for others.
  feature.on('message', async (ctx, next) => {
    if (ctx.msg.via_bot?.id !== ctx.me.id) await next();
  });

  return feature;
}

/** How long they are to rest; 0: not at all. Counted apart from commands: every few letters are a query here, and
 *  typing shall not use up what somebody may ask elsewhere. */
function restOf(ctx: BotContext, { rights, inlineRequests }: BotParts): number {
  if (rights.isOwner(ctx.from?.id ?? 0)) return 0;
  const taken = inlineRequests.take(ctx.from?.id ?? 0);
  return taken.kind === 'go' ? 0 : taken.forMs;
}

/** Telegram keeps this for as long: the same words do not come to us again before. */
async function askForPatience(ctx: BotContext, restMs: number, { say }: Voice): Promise<void> {
  const seconds = Math.ceil(restMs / 1000);
  const button = { text: say('inline-slow', { seconds }), start_parameter: 'inline' };
  const options = { is_personal: true, cache_time: seconds, button };
  await answerOf(ctx.answerInlineQuery([], options));
}

type Voice = { known: Chat | undefined; say: Say };
type Asker = Voice & { isAdmitted: boolean; feedIds: number[] };

async function voiceOf({ from }: BotContext, parts: BotParts): Promise<Voice> {
  const { store, texts, defaultLanguage } = parts;
  const known = await store.chats.get(from?.id ?? 0);
  const hint = texts.closest(from?.language_code);
  return { known, say: texts.say(known?.language ?? hint ?? defaultLanguage) };
}

async function askerOf({ from }: BotContext, voice: Voice, parts: BotParts): Promise<Asker> {
  const id = from?.id ?? 0;
  const admitted = await parts.admission.admitted({ id, kind: 'private' }, { userId: id });
  const isAdmitted = admitted === 'in';
  return { ...voice, isAdmitted, feedIds: isAdmitted ? await feedsOf(id, parts) : [] };
}

/** Their own, and those that are listed for everyone; what somebody else follows is nobody's business. */
async function feedsOf(userId: number, { store }: BotParts): Promise<number[]> {
  const own = await store.subscriptions.ofChat(userId);
  const catalogue = await store.feeds.catalogue();
  return [...new Set([...own, ...catalogue].map(({ id }) => id))];
}

type Shares = { results: InlineQueryResult[]; plain: InlineQueryResult[]; next: string };

async function sharesFor(ctx: BotContext, asker: Asker, parts: BotParts): Promise<Shares> {
  const { query = '', offset = '' } = ctx.inlineQuery ?? {};
  const first = /^\d{1,3}$/.test(offset) ? Number(offset) : 0;
  const found = await foundFor(query.trim(), { ...asker, first }, parts);
  const sharing: Sharing = {
    words: { read: asker.say('read'), open: asker.say('open'), whole: asker.say('whole') },
    timeZone: asker.known?.timeZone ?? parts.defaultTimeZone,
    locale: localeOf(asker.say.language),
    username: ctx.me.username,
    fileIdOf: parts.store.pictureFiles.fileId,
  };
  const { results, plain } = await sharesOf(found, sharing);
  const next = first + PAGE_SIZE;
  return { results, plain, next: found.length < PAGE_SIZE || next > LAST_OFFSET ? '' : `${next}` };
}

async function foundFor(
  words: string,
  { feedIds, first }: { feedIds: number[]; first: number },
  { store }: BotParts,
) {
  if (words === '') return (await store.entries.newest(feedIds, first + PAGE_SIZE)).slice(first);
  const asked = { feedIds, limit: PAGE_SIZE, offset: first };
  return (await store.search.find(words, asked))?.entries ?? [];
}

/** Leads to where it can be changed that there is nothing. */
function buttonOf({ say, isAdmitted, feedIds }: Asker): InlineQueryResultsButton {
  const key = feedIds.length === 0 ? 'inline-follow' : 'inline-none';
  return { text: say(isAdmitted ? key : 'inline-ask'), start_parameter: 'inline' };
}

function isRefusedForPictures(answered: Answer<true>, results: InlineQueryResult[]): boolean {
  const isOfContent = answered.kind === 'picture' || answered.kind === 'form';
  return isOfContent && results.some(({ type }) => type === 'photo');
}
