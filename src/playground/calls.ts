import type { EpochMs } from '../model.ts';
import { isGroup } from './chats.ts';
import { type Failure, takeFailure } from './failures.ts';
import { type Fields, flagOf, integerOf, listOf, type Params } from './fields.ts';
import { methodNamed } from './methods.ts';
import { admit } from './pace.ts';
import { Refusal, type ResponseParameters, tooManyRequests } from './refusals.ts';
import { emit, forgetOldest, type Telegram } from './state.ts';

/** The JSON that a Bot API call is answered with. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: ResponseParameters };

/** One call of the bot, for tests to look at; `answer` is null while it is being answered. */
export type BotCall = {
  method: string;
  params: Fields;
  at: EpochMs;
  answer: Answer | Extract<Failure, string> | null;
};

/** What the transport is to do. */
export type Reply = { kind: 'json'; answer: Answer } | { kind: 'reset' | 'hang' | 'html 502' };

type No = Extract<Answer, { ok: false }>;
type Asked = { method: string; params: Params; gone: AbortSignal };

const KEPT_CALLS = 5_000;
const KEPT_LINTS = 500;
const FLOOD_SECONDS = 5;
const BAD_GATEWAY: No = { ok: false, error_code: 502, description: 'Bad Gateway' };

/** Answers one Bot API call, as it is or as it was told to fail, and keeps a record of it (long polls excepted). */
export async function answerCall(telegram: Telegram, asked: Asked): Promise<Reply> {
  if (asked.method.toLowerCase() === 'getupdates') return reply(telegram, asked, null);
  const call: BotCall = {
    method: asked.method,
    params: asked.params.fields,
    at: telegram.now(),
    answer: null,
  };
  telegram.calls.push(call);
  forgetOldest(telegram.calls, KEPT_CALLS);
  forgetOldest(telegram.lints, KEPT_LINTS);
  telegram.pending += 1;
  try {
    return await reply(telegram, asked, call);
  } finally {
    telegram.pending -= 1;
  }
}

async function reply(telegram: Telegram, asked: Asked, call: BotCall | null): Promise<Reply> {
  const failure = telegram.outage
    ? 'html 502'
    : takeFailure(telegram.failures, asked.method, asked.params.fields);
  const answered = (answer: BotCall['answer']) => {
    if (call !== null) call.answer = answer;
  };
  if (failure === 'reset after') {
    await answerOf(telegram, asked);
    answered(failure);
    return { kind: 'reset' };
  }
  if (typeof failure === 'string') {
    answered(failure);
    if (failure === 'html 502') showRefusal(telegram, asked, BAD_GATEWAY);
    return { kind: failure === 'reset before' ? 'reset' : failure };
  }
  const answer: Answer =
    failure === null ? await answerOf(telegram, asked) : { ok: false, ...failure };
  answered(answer);
  if (!answer.ok) showRefusal(telegram, asked, answer);
  return { kind: 'json', answer };
}

async function answerOf(telegram: Telegram, asked: Asked): Promise<Answer> {
  let giveBack = () => {};
  try {
    const method = methodNamed(asked.method);
    giveBack = takePlace(telegram, asked);
    return { ok: true, result: await method(telegram, asked.params, asked.gone) };
  } catch (error) {
    giveBack();
    if (!(error instanceof Refusal)) throw error;
    return {
      ok: false,
      error_code: error.errorCode,
      description: error.message,
      ...(error.parameters && { parameters: error.parameters }),
    };
  }
}

/** An album counts once per picture, a new topic as a message. An edit counts in groups, where it is said to share the
 *  limit of messages; nobody says so of other chats. */
function takePlace(telegram: Telegram, { method, params }: Asked): () => void {
  const free = () => {};
  const isEdit = /^edit(?!ForumTopic)/i.test(method);
  if (!isEdit && !/^(send(?!ChatAction)|createForumTopic)/i.test(method)) return free;
  const chat = telegram.chats.get(chatIdOf(params) ?? 0);
  if (chat === undefined) return free;
  if (chat.moods.flood) throw tooManyRequests(FLOOD_SECONDS);
  if (!telegram.paced || (isEdit && !isGroup(chat))) return free;
  const isAlbum = method.toLowerCase() === 'sendmediagroup';
  const cost = isAlbum ? Math.max(1, listOf(params.fields, 'media').length) : 1;
  const isPaid = flagOf(params.fields, 'allow_paid_broadcast');
  const paced = { id: chat.id, isGroup: isGroup(chat), isPaid };
  return admit(telegram.pace, paced, cost, telegram.now());
}

function showRefusal(telegram: Telegram, { method, params }: Asked, answer: No): void {
  const chatId = chatIdOf(params);
  if (chatId === null) return;
  const { error_code: errorCode, description } = answer;
  emit(telegram, { kind: 'refused', chatId, method, errorCode, description });
}

function chatIdOf({ fields }: Params): number | null {
  return integerOf(fields, 'chat_id');
}
