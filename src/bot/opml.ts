import { Composer, InlineKeyboard, InputFile } from 'grammy';
import type { Document } from 'grammy/types';
import { decodeText } from '../feed/decode.ts';
import { TEXT_LIMIT } from '../post/limits.ts';
import { exportOpml, type ImportLine, type ImportOutcome } from '../relay/opml.ts';
import { answerOf } from '../telegram/answer.ts';
import { mayHaveAddress, personOf } from './allowed.ts';
import { acknowledge, answer, type BotContext, responding } from './context.ts';
import { lineStart } from './direction.ts';
import { bold, join } from './format.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';
import { answerAbout, hereOf, readAddressed, type Target, targetOf } from './target.ts';

/** Far more than the 10,000 feeds we read need. */
const MAX_FILE_MEGABYTES = 5;

/**
 * Subscriptions as a file: `/export [to @channel]`, and `/import [to @channel]` as the caption of an OPML file or in reply
 * to one; a list that is sent alone is offered to be read. Data: `im`.
 */
export function opml(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('export', async (ctx) => {
    const target = await targetOf(ctx, readAddressed(ctx.match).to, parts);
    if (target) await sendList(ctx, parts, { id: target.place.chatId, title: target.title });
  });

  feature.command('import', async (ctx) => {
    const { document } = ctx.msg.reply_to_message ?? {};
    const target = await targetOf(ctx, readAddressed(ctx.match).to, parts);
    if (!target) return;
    if (document) await importFile(ctx, document, { target, parts });
    else await answer(ctx, ctx.say('import-how'));
  });

  feature.on('message:document', async (ctx, next) => {
    if (!isImport(ctx)) return next();
    const target = await targetOf(ctx, readAddressed(ctx.msg.caption ?? '').to, parts);
    if (target) await importFile(ctx, ctx.msg.document, { target, parts });
  });

  feature.chatType('private').on('message:document', async (ctx, next) => {
    const { document, message_id, caption = '' } = ctx.msg;
    if (!isList(document) || caption.startsWith('/')) return next();
    const text = ctx.say('import-offer', { name: quoted(document.file_name ?? 'OPML') });
    await ctx.reply(text, {
      reply_markup: new InlineKeyboard().text(ctx.say('import-yes'), 'im'),
      reply_parameters: { message_id, allow_sending_without_reply: true },
    });
  });

  feature.chatType('private').callbackQuery('im', async (ctx, next) => {
    const document = ctx.callbackQuery.message?.reply_to_message?.document;
    if (!document) return next();
    await acknowledge(ctx);
    await importFile(ctx, document, { target: hereOf(ctx), parts });
  });

  return feature;
}

/** Telegram apps send OPML as what the system says it is, which is seldom right. */
function isList({ file_name = '', mime_type = '' }: Document): boolean {
  return /\.opml$/i.test(file_name) || /opml/i.test(mime_type);
}

/** grammY looks for commands in texts only. */
function isImport(ctx: BotContext): boolean {
  const [command, addressee] = /^\/import(?:@(\w+))?(?:\s|$)/i.exec(ctx.msg?.caption ?? '') ?? [];
  if (command === undefined) return false;
  return addressee === undefined || addressee.toLowerCase() === ctx.me.username.toLowerCase();
}

/** What a chat follows, as an OPML file. */
export async function sendList(
  ctx: BotContext,
  parts: BotParts,
  chat: { id: number; title: string } = ctx.known,
): Promise<void> {
  const title = ctx.say('export-title', { chat: chat.title });
  const { text, count, kept } = await exportOpml({ chatId: chat.id, title }, parts.store, (feed) =>
    mayHaveAddress(ctx, feed, parts),
  );
  const left = kept === 0 ? [] : [ctx.say('export-kept', { count: kept })];
  if (count === 0) return answerAbout(ctx, chat, left[0] ?? ctx.say('list-empty'));
  const caption = [ctx.say('export-caption', { count }), ...left].join('\n');
  await sendFile(ctx, { name: 'telewire.opml', text, caption });
}

async function importFile(
  ctx: BotContext,
  file: Document,
  { target, parts }: { target: Target; parts: BotParts },
): Promise<void> {
  const { tell } = responding(ctx);
  await tell(ctx.say('import-running', { name: quoted(file.file_name ?? 'OPML') }));
  const read = await parts.readDocument(file, MAX_FILE_MEGABYTES * 1024 * 1024);
  if (read.kind === 'tooLarge') {
    return tell(ctx.say('import-too-large', { megabytes: MAX_FILE_MEGABYTES }));
  }
  if (read.kind === 'failed') {
    parts.log('import.failed', { chatId: ctx.known.id, reason: read.reason });
    return tell(ctx.say('import-unreadable'));
  }
  const userId = personOf(ctx);
  const { place } = target;
  const outcome = await parts.importOpml(decodeText(read.bytes, null), {
    userId,
    place,
    allowed: (await parts.rights.mayAddFeeds(userId)) ? 'any' : 'listed',
    room: await parts.quotas.room(place.chatId, userId),
  });
  if (outcome.kind === 'notOpml') return tell(ctx.say('import-not-opml'));

  const name = target.isElsewhere ? [bold(quoted(target.title))] : [];
  const summary = join([...name, summaryOf(ctx, outcome)], '\n');
  const whole = join([summary, ...failuresOf(ctx, outcome.lines)], '\n');
  const keyboard = topicsKeyboard(ctx, target, outcome);
  if (whole.text.length <= TEXT_LIMIT) return tell(whole, keyboard);
  await tell(join([summary, ctx.say('import-attached')], '\n'), keyboard);
  await sendFile(ctx, { name: 'import.txt', text: reportOf(ctx, outcome.lines), caption: '' });
}

/** Telegram makes few topics a minute: where each feed shall have one, they are made at a tap. */
function topicsKeyboard(
  ctx: BotContext,
  { isElsewhere }: Target,
  { lines }: Imported,
): InlineKeyboard | undefined {
  const count = lines.filter(({ outcome }) => outcome === 'added').length;
  if (isElsewhere || count === 0 || ctx.known.topicPerFeed !== 'on') return undefined;
  return new InlineKeyboard().text(ctx.say('topics-move', { count }), `tp:m:${ctx.known.id}`);
}

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

/** In a few lines whatever the file holds. */
function summaryOf(ctx: BotContext, { lines, unread }: Imported): string {
  const count = (...outcomes: ImportLine['outcome'][]) =>
    lines.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const added = count('added');
  const already = count('already', 'twice');
  const failed = count('badUrl', 'notListed', 'full');
  return [
    ctx.say('import-done', { added }),
    ...(already > 0 ? [ctx.say('import-already-count', { already })] : []),
    ...(failed > 0 ? [ctx.say('import-failed-count', { failed })] : []),
    ...(unread ? [ctx.say(UNREAD[unread])] : []),
  ].join('\n');
}

const UNREAD: Record<NonNullable<Imported['unread']>, string> = {
  cutOff: 'import-cut-off',
  tooMany: 'import-too-many',
  tooDeep: 'import-too-deep',
};

const OUTCOMES: Record<ImportLine['outcome'], string> = {
  added: 'import-added',
  already: 'import-already',
  twice: 'import-twice',
  badUrl: 'import-bad-url',
  notListed: 'import-not-listed',
  full: 'import-full',
};

const FAILED = new Set<ImportLine['outcome']>(['badUrl', 'notListed', 'full']);

function failuresOf(ctx: BotContext, lines: ImportLine[]): string[] {
  const start = lineStart(ctx.say.language);
  return lines
    .filter(({ outcome }) => FAILED.has(outcome))
    .map(({ title, url, outcome }) => {
      return `${start}✗ ${quoted(title || url)}: ${ctx.say(OUTCOMES[outcome])}`;
    });
}

/** Every line of the file, one a line. */
function reportOf(ctx: BotContext, lines: ImportLine[]): string {
  const marks = { added: '✓', already: '=', twice: '=', badUrl: '✗', notListed: '✗', full: '✗' };
  return lines
    .map(({ title, url, outcome }) =>
      [marks[outcome], ctx.say(OUTCOMES[outcome]), url, title].join('\t').trimEnd(),
    )
    .join('\n');
}

async function sendFile(
  ctx: BotContext,
  { name, text, caption }: { name: string; text: string; caption: string },
): Promise<void> {
  const file = new InputFile(Buffer.from(text), name);
  const sent = await answerOf(ctx.replyWithDocument(file, caption === '' ? {} : { caption }));
  if (sent.kind !== 'sent') await answer(ctx, ctx.say('file-unsent'));
}
