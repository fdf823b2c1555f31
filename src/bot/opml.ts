import { Composer, InputFile } from 'grammy';
import type { Document } from 'grammy/types';
import { decodeText } from '../feed/decode.ts';
import { TEXT_LIMIT } from '../post/limits.ts';
import { exportOpml, type ImportLine, type ImportOutcome } from '../relay/opml.ts';
import { answerOf } from '../telegram/answer.ts';
import { mayChangeHere, personOf } from './allowed.ts';
import { answer, type BotContext, placeOf, responding } from './context.ts';
import { lineStart } from './direction.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';

/** Far more than the 10,000 feeds we read need. */
const MAX_FILE_MEGABYTES = 5;

/** Subscriptions as a file: `/export`, and `/import` as the caption of an OPML file or in reply to one. */
export function opml(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('export', async (ctx) => {
    if (await mayChangeHere(ctx, parts.rights)) await sendList(ctx, parts);
  });

  feature.command('import', async (ctx) => {
    const { document } = ctx.msg.reply_to_message ?? {};
    if (!(await mayChangeHere(ctx, parts.rights))) return;
    if (document) await importFile(ctx, document, parts);
    else await answer(ctx, ctx.say('import-how'));
  });

  feature.on('message:document', async (ctx, next) => {
    if (!isImport(ctx)) return next();
    if (await mayChangeHere(ctx, parts.rights)) await importFile(ctx, ctx.msg.document, parts);
  });

  return feature;
}

/** grammY looks for commands in texts only. */
function isImport(ctx: BotContext): boolean {
  const [command, addressee] = /^\/import(?:@(\w+))?(?:\s|$)/i.exec(ctx.msg?.caption ?? '') ?? [];
  if (command === undefined) return false;
  return addressee === undefined || addressee.toLowerCase() === ctx.me.username.toLowerCase();
}

/** What the chat follows, as an OPML file. */
export async function sendList(ctx: BotContext, { store }: BotParts): Promise<void> {
  const title = ctx.say('export-title', { chat: ctx.known.title });
  const { text, count } = await exportOpml(ctx.known.id, title, store);
  if (count === 0) return void (await answer(ctx, ctx.say('list-empty')));
  const caption = ctx.say('export-caption', { count });
  await sendFile(ctx, { name: 'telewire.opml', text, caption });
}

async function importFile(ctx: BotContext, file: Document, parts: BotParts): Promise<void> {
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
  const place = placeOf(ctx);
  const outcome = await parts.importOpml(decodeText(read.bytes, null), {
    userId,
    place,
    allowed: (await parts.rights.mayAddFeeds(userId)) ? 'any' : 'listed',
    room: await parts.quotas.room(place.chatId, userId),
  });
  if (outcome.kind === 'notOpml') return tell(ctx.say('import-not-opml'));

  const whole = [summaryOf(ctx, outcome), ...failuresOf(ctx, outcome.lines)].join('\n');
  if (whole.length <= TEXT_LIMIT) return tell(whole);
  await tell(`${summaryOf(ctx, outcome)}\n${ctx.say('import-attached')}`);
  await sendFile(ctx, { name: 'import.txt', text: reportOf(ctx, outcome.lines), caption: '' });
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
