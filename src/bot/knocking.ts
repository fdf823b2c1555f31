import { InlineKeyboard } from 'grammy';
import { ASKED_MS } from '../relay/admission.ts';
import { answerOf } from '../telegram/answer.ts';
import { personOf } from './allowed.ts';
import { type BotContext, placeOf } from './context.ts';
import { bold, join } from './format.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';
import type { Say } from './texts.ts';

/** A request to be let in: where its answer is to go, and the messages by which owners were asked. */
type Knock = { threadId: number; told: { chatId: number; messageId: number }[] };

/** With more requests than these waiting, the owners see further ones in /access alone. */
const MOST_TOLD = 30;

/** Asks every owner whether to let this chat in, once until somebody decides; answers the text that says so. */
export async function knock(ctx: BotContext, parts: BotParts): Promise<string> {
  const { admission, owners, store } = parts;
  // A channel's readers ask for nothing, and an answer to them would be a post.
  if (owners.length === 0 || ctx.known.kind === 'channel') return 'turned-away';
  if (!(await admission.ask(ctx.known.id, personOf(ctx)))) return 'knock-waiting';
  const told = (await admission.waiting()) > MOST_TOLD ? [] : await tellOwners(ctx, parts);
  const { threadId } = placeOf(ctx);
  await store.notes.set(keyOf(ctx.known.id), { threadId, told } satisfies Knock, ASKED_MS);
  parts.log('access.asked', { chatId: ctx.known.id, userId: personOf(ctx), told: told.length });
  return 'knock-asked';
}

async function tellOwners(ctx: BotContext, parts: BotParts): Promise<Knock['told']> {
  const told: Knock['told'] = [];
  for (const owner of parts.owners) {
    const say = await voiceOf(owner, parts);
    const { text, entities } = join(
      [bold(say('knock-title')), ...requestLines(ctx, say), '', say('knock-how')],
      '\n',
    );
    const id = ctx.known.id;
    const keyboard = new InlineKeyboard()
      .text(say('knock-allow'), `kn:y:${id}`)
      .text(say('knock-deny'), `kn:n:${id}`);
    const sent = await answerOf(
      ctx.api.sendMessage(owner, text, {
        entities,
        link_preview_options: { is_disabled: true },
        reply_markup: keyboard,
      }),
    );
    if (sent.kind === 'sent') told.push({ chatId: owner, messageId: sent.message.message_id });
    else parts.log('access.unsent', { owner, reason: sent.reason });
  }
  return told;
}

/** Who asks, for which chat, with which words: all of it foreign, so all of it is quoted. */
function requestLines(ctx: BotContext, say: Say): string[] {
  const { first_name = '', last_name = '', username } = ctx.from ?? {};
  const name = quoted(`${first_name} ${last_name}`) || '?';
  const who = { name: username ? `${name} (@${username})` : name, id: String(personOf(ctx)) };
  const chat = { chat: quoted(ctx.known.title) || '?', chatId: String(ctx.known.id) };
  const words = quoted(ctx.callbackQuery ? '' : (ctx.msg?.text ?? ctx.msg?.caption ?? ''));
  return [
    ctx.known.kind === 'private'
      ? say('knock-person', who)
      : say('knock-chat', { ...who, ...chat }),
    ...(words === '' ? [] : [say('knock-words', { words })]),
  ];
}

export type Verdict = 'allowed' | 'denied';

/**
 * Does what an owner decided, tells who asked, and closes the other owners' requests; answers the sentence for that
 * owner.
 */
export async function decide(
  ctx: BotContext,
  { id, verdict }: { id: number; verdict: Verdict },
  parts: BotParts,
): Promise<string> {
  const { admission, store, log } = parts;
  const by = ctx.from?.id ?? 0;
  const who = await nameOfChat(id, parts);
  if (verdict === 'allowed') await admission.allow(id, by);
  else if (!(await admission.deny(id, by))) return ctx.say('deny-owner', { who });
  log(`access.${verdict}`, { id, by });

  const request = await store.notes.get<Knock>(keyOf(id));
  await store.notes.delete(keyOf(id));
  await store.notes.delete(turnedKey(id));
  if (request) await tellAsker(ctx, { id, verdict, request }, parts);
  for (const { chatId, messageId } of request?.told ?? []) {
    if (messageId === ctx.callbackQuery?.message?.message_id && chatId === ctx.known.id) continue;
    const say = await voiceOf(chatId, parts);
    await answerOf(ctx.api.editMessageText(chatId, messageId, say(`decided-${verdict}`, { who })));
  }
  return ctx.say(`decided-${verdict}`, { who });
}

async function tellAsker(
  ctx: BotContext,
  { id, verdict, request }: { id: number; verdict: Verdict; request: Knock },
  parts: BotParts,
): Promise<void> {
  const say = await voiceOf(id, parts);
  const { threadId } = request;
  const topic = threadId === 0 ? {} : { message_thread_id: threadId };
  await answerOf(ctx.api.sendMessage(id, say(`knock-${verdict}`), topic));
}

/** What a chat or person is called in our sentences; the id of one that we never met. */
export async function nameOfChat(id: number, { store }: BotParts): Promise<string> {
  const title = quoted((await store.chats.get(id))?.title ?? '');
  return title === '' ? String(id) : `${title} (${id})`;
}

async function voiceOf(chatId: number, parts: BotParts): Promise<Say> {
  const { store, texts, defaultLanguage } = parts;
  const chat = await store.chats.get(chatId);
  return texts.say(chat?.language ?? chat?.languageHint ?? defaultLanguage);
}

function keyOf(chatId: number): string {
  return `knock:${chatId}`;
}

/** The note that a chat has been turned away lately. */
export function turnedKey(chatId: number): string {
  return `turned:${chatId}`;
}
