import type { EpochMs } from '../model.ts';
import { apiChat, apiUser, type Chat, type Message, shownPost } from './chats.ts';
import { captionContent, textContent } from './content.ts';
import { type Fields, flagOf, integerOf, isFields, listOf, objectOf, textOf } from './fields.ts';
import { loadFile, photoSizes } from './files.ts';
import type { Ask, Choice, InlineAnswer, ShownResult } from './inline-protocol.ts';
import { markupOf } from './keyboards.ts';
import type { Method } from './methods.ts';
import { showPreview } from './previews.ts';
import type { ShownMessage } from './protocol.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { addPost, type Telegram } from './state.ts';
import { pushUpdate } from './updates.ts';

/** What somebody typed after the bot's name, and what came of it. */
export type InlineQuery = {
  at: EpochMs;
  /** null once answered: a query is answered once. */
  answer: ((answer: InlineAnswer) => void) | null;
  /** The messages that its results become, by the results' ids. */
  messages: Map<string, Partial<Message>>;
};

/** Somebody typing looks at nothing no longer than this; real time. */
const PATIENCE_MS = 5_000;
/** Telegram publishes no number; clients give up about then. */
const QUERY_LIFE_MS = 30_000;
const KEPT_QUERIES = 100;
const QUERY_LIMIT = 256;
const RESULTS_LIMIT = 50;
const ID_LIMIT_BYTES = 64;

export const inlineMethods: Record<string, Method> = {
  async answerInlineQuery(telegram, { fields }) {
    const queryId = textOf(fields, 'inline_query_id');
    const query = telegram.inlineQueries.get(queryId);
    if (!query?.answer || telegram.now() - query.at > QUERY_LIFE_MS) {
      throw serverRefusal('QUERY_ID_INVALID');
    }
    const given = listOf(fields, 'results');
    if (given.length > RESULTS_LIMIT) throw serverRefusal('RESULTS_TOO_MUCH');
    const nextOffset = textOf(fields, 'next_offset');
    if (Buffer.byteLength(nextOffset) > ID_LIMIT_BYTES) throw serverRefusal('NEXT_OFFSET_INVALID');
    if ((integerOf(fields, 'cache_time') ?? 0) < 0) throw badRequest('wrong cache time specified');
    const button = buttonOf(fields);
    const read = new Map<string, { result: ShownResult; message: Partial<Message> }>();
    for (const value of given) {
      const one = await readResult(telegram, value);
      if (read.has(one.result.id)) throw serverRefusal('RESULT_ID_DUPLICATE');
      read.set(one.result.id, one);
    }
    if (!flagOf(fields, 'is_personal')) {
      telegram.lints.push('an inline answer that is not personal is shown to everybody');
    }
    const results = [...read.values()].map(({ result }) => result);
    for (const [id, { message }] of read) query.messages.set(id, message);
    // Answered meanwhile, while pictures were looked up.
    if (query.answer === null) throw serverRefusal('QUERY_ID_INVALID');
    query.answer({ queryId, results, nextOffset, button });
    query.answer = null;
    return true;
  },
};

/** Somebody types `@bot query` somewhere. Resolves with nothing in it when the bot says nothing for a few seconds. */
export function askInline(telegram: Telegram, asked: Ask): Promise<InlineAnswer> {
  const { userId, query, offset = '' } = asked;
  const user = telegram.users.get(userId);
  if (user === undefined) throw badRequest('user not found');
  forgetOldQueries(telegram);
  telegram.lastQueryId += 1;
  const id = `inline-${telegram.lastQueryId}`;
  const nothing = { queryId: id, results: [], nextOffset: '', button: null };
  const answered = new Promise<InlineAnswer>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, nothing);
    const answer = (given: InlineAnswer) => {
      clearTimeout(timer);
      resolve(given);
    };
    telegram.inlineQueries.set(id, { at: telegram.now(), answer, messages: new Map() });
  });
  const words = query.slice(0, QUERY_LIMIT);
  pushUpdate(telegram.updates, 'inline_query', { id, from: apiUser(user), query: words, offset });
  return answered;
}

/** Somebody taps a result: it becomes a message of theirs, by way of the bot. The bot hears of it where it is. */
export function choose(
  telegram: Telegram,
  { userId, chatId, threadId, queryId, resultId }: Choice,
): ShownMessage {
  const chat = telegram.chats.get(chatId);
  const user = telegram.users.get(userId);
  const content = telegram.inlineQueries.get(queryId)?.messages.get(resultId);
  if (!chat || !user || chat.upgradedTo !== null) throw badRequest('chat not found');
  if (!content) throw badRequest('inline result not found');
  if (threadId !== undefined && !chat.topics.has(threadId)) {
    throw badRequest('message thread not found');
  }
  const author = chat.type === 'channel' ? { sender_chat: apiChat(chat) } : { from: apiUser(user) };
  const thread = threadId === undefined ? {} : { message_thread_id: threadId };
  const post = addPost(telegram, chat, {
    by: 'person',
    content: {
      ...{ ...author, ...thread, ...content, via_bot: telegram.me },
      ...(threadId !== undefined && { is_topic_message: true as const }),
    },
  });
  showPreview(telegram, chat, post);
  tellBot(telegram, chat, post.message);
  return shownPost(post);
}

/** Privacy mode hides nothing that was sent by way of the bot (core.telegram.org/bots/features#privacy-mode). */
function tellBot(telegram: Telegram, { type, bot }: Chat, message: Message): void {
  const kind = type === 'channel' ? 'channel_post' : 'message';
  const isIn = bot === 'administrator' || (bot === 'member' && type !== 'channel');
  if (isIn) pushUpdate(telegram.updates, kind, message);
}

function forgetOldQueries({ inlineQueries }: Telegram): void {
  const [oldest] = inlineQueries.keys();
  if (oldest !== undefined && inlineQueries.size >= KEPT_QUERIES) inlineQueries.delete(oldest);
}

function buttonOf(fields: Fields): InlineAnswer['button'] {
  const button = objectOf(fields, 'button');
  if (button === null) return null;
  const text = textOf(button, 'text');
  if (text === '') throw badRequest("can't parse inline query results button: text is empty");
  const start = textOf(button, 'start_parameter');
  if (button.web_app === undefined && !/^[\w-]{1,64}$/.test(start)) {
    throw serverRefusal('START_PARAM_INVALID');
  }
  return { text, start_parameter: start };
}

type Read = { result: ShownResult; message: Partial<Message> };

async function readResult(telegram: Telegram, value: unknown): Promise<Read> {
  if (!isFields(value)) throw unreadable('expected an Object');
  const id = textOf(value, 'id');
  if (id === '' || Buffer.byteLength(id) > ID_LIMIT_BYTES) throw serverRefusal('RESULT_ID_INVALID');
  const type = textOf(value, 'type');
  // Only what our bot answers with; a true Telegram knows more.
  if (type !== 'article' && type !== 'photo') throw unreadable('unsupported result type');
  const markup = markupOf(value, 'channel');
  const look = { id, title: textOf(value, 'title'), description: textOf(value, 'description') };
  const { shown, content } =
    type === 'article' ? articleIn(telegram, value) : await photoIn(telegram, value);
  return {
    result: { type, ...look, ...shown },
    message: { ...content, ...(markup && { reply_markup: markup }) },
  };
}

type Part = { shown: Pick<ShownResult, 'picture'>; content: Partial<Message> };

function articleIn(telegram: Telegram, value: Fields): Part {
  if (textOf(value, 'title') === '') throw unreadable('Can\'t find field "title"');
  const words = objectOf(value, 'input_message_content');
  if (words === null) throw unreadable('Can\'t find field "input_message_content"');
  const content = textContent(telegram, { ...words, text: textOf(words, 'message_text') });
  const thumbnail = textOf(value, 'thumbnail_url');
  return { shown: { picture: thumbnail === '' ? null : thumbnail }, content };
}

/** By `photo_file_id` alone: a photo by its address needs a thumbnail, and the bot has neither need nor use for one. */
async function photoIn(telegram: Telegram, value: Fields): Promise<Part> {
  const fileId = textOf(value, 'photo_file_id');
  if (fileId === '' || /^https?:/i.test(fileId)) throw serverRefusal('PHOTO_INVALID');
  const params = { fields: { photo: fileId }, uploads: new Map() };
  const file = await loadFile(telegram.files, params, 'photo', 'photo');
  return {
    shown: { picture: `/world/file/${file.id}` },
    content: { photo: photoSizes(file), ...captionContent(telegram, value) },
  };
}

function unreadable(fault: string) {
  return badRequest(`can't parse InlineQueryResult: ${fault}`);
}
