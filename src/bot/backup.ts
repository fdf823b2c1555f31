import { Composer, InputFile } from 'grammy';
import { answerOf } from '../telegram/answer.ts';
import { isOwnerHere } from './allowed.ts';
import { answer, type BotContext } from './context.ts';
import { code, join } from './format.ts';
import type { BotParts } from './parts.ts';

/** Copies all that the program knows into a file of this machine. */
export type TakeBackup = () => Promise<BackupOutcome>;

export type BackupOutcome =
  | { kind: 'taken'; path: string; name: string; bytes: number; remove: () => Promise<void> }
  /** The disk took no file; `reason`: its own words. */
  | { kind: 'failed'; folder: string; reason: string };

/** What a bot may upload (core.telegram.org/bots/api#senddocument). */
const LIMIT_BYTES = 50 * 1024 * 1024;

/** `/backup`: a consistent copy of everything, to an owner and to nobody else. */
export function backup(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('backup', async (ctx) => {
    if (!(await isOwnerHere(ctx, parts.rights))) return;
    if (ctx.known.kind !== 'private') return void (await answer(ctx, ctx.say('backup-private')));
    await sendBackup(ctx, parts);
  });

  return feature;
}

/** What cannot be sent stays where it is, and its owner is told where that is. */
async function sendBackup(ctx: BotContext, { takeBackup, log }: BotParts): Promise<void> {
  await answerOf(ctx.replyWithChatAction('upload_document'));
  const backup = await takeBackup();
  if (backup.kind === 'failed') {
    const { folder, reason } = backup;
    log('backup.failed', { folder, reason });
    await answer(ctx, join([ctx.say('backup-failed', { reason }), code(folder)], '\n'));
    return;
  }
  const { path, name, bytes, remove } = backup;
  const megabytes = Math.ceil(bytes / 1_000_000);
  log('backup.taken', { bytes });
  if (bytes > LIMIT_BYTES) {
    await answer(ctx, join([ctx.say('backup-large', { megabytes }), code(path)], '\n'));
    return;
  }
  const caption = ctx.say('backup-caption', { megabytes, name });
  const sent = await answerOf(ctx.replyWithDocument(new InputFile(path, name), { caption }));
  if (sent.kind !== 'sent') {
    log('backup.unsent', { reason: sent.reason });
    await answer(ctx, join([ctx.say('backup-unsent', { megabytes }), code(path)], '\n'));
    return;
  }
  await remove();
}
