import { Composer } from 'grammy';
import type { Status } from '../relay/status.ts';
import type { Process } from '../store/processes.ts';
import { isOwnerHere } from './allowed.ts';
import { answer, type BotContext } from './context.ts';
import { lineStart } from './direction.ts';
import { bold, join, type Piece } from './format.ts';
import { listed } from './locale.ts';
import { momentIn, spanOf } from './moments.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';

/** `/status`: how the newswire is doing, for its owners. */
export function status(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('status', async (ctx) => {
    if (!(await isOwnerHere(ctx, parts.rights))) return;
    await answer(ctx, join(linesOf(ctx, await parts.status(), parts), '\n'));
  });

  return feature;
}

function linesOf(ctx: BotContext, status: Status, parts: BotParts): Piece[] {
  const { version, uptimeMs, feeds, outbox, lastMinute, answersLost: lost, floods } = status;
  const { language } = ctx.say;
  const { oldestOwedAt } = outbox;
  const waitingMs = oldestOwedAt === null ? 0 : parts.clock.now() - oldestOwedAt;
  const owed = { owed: outbox.owed, age: spanOf(waitingMs, language) };
  return [
    join([lineStart(language), bold(ctx.say('status-title', { version }))]),
    ctx.say('status-uptime', { duration: spanOf(uptimeMs, language) }),
    ctx.say('status-feeds', { healthy: feeds.healthy, failing: feeds.failing }),
    ...(feeds.stale > 0 ? [ctx.say('status-stale', { stale: feeds.stale })] : []),
    outbox.owed === 0 ? ctx.say('status-outbox-empty') : ctx.say('status-outbox', owed),
    ctx.say('status-sent', { sent: lastMinute }),
    ...(outbox.held > 0 ? [ctx.say('status-held', { held: outbox.held })] : []),
    ...(outbox.dead > 0 ? [ctx.say('status-dead', { dead: outbox.dead })] : []),
    ...(lost > 0 ? [ctx.say('status-lost', { lost })] : []),
    ...(floods > 0 ? [ctx.say('status-floods', { floods })] : []),
    ctx.say('status-memory', { megabytes: megabytesOf(status.memoryBytes) }),
    ctx.say('status-database', { megabytes: megabytesOf(status.databaseBytes) }),
    ...processLines(ctx, status.processes, parts),
  ];
}

/** Who does what, where several share a database: roles are called as in the settings. */
function processLines(
  ctx: BotContext,
  processes: Process[],
  { defaultTimeZone }: BotParts,
): string[] {
  if (processes.length < 2) return [];
  const { language } = ctx.say;
  const timeZone = ctx.known.timeZone ?? defaultTimeZone;
  const dutyOf = ({ name, since }: Process['duties'][number]) =>
    since === null
      ? name
      : ctx.say('status-duty', { duty: name, date: momentIn(since, { timeZone, language }) });
  const lines = processes.map(({ id, duties, collects }) => {
    // What comes last is for telling two lives of a process apart.
    const [machine = '', number = ''] = id.split('/');
    const roles = [...duties.map(dutyOf), ...(collects ? ['collect'] : [])];
    return `${quoted(machine)} (${number}): ${listed(roles, language)}`;
  });
  return ['', ctx.say('status-processes', { count: processes.length }), ...lines];
}

function megabytesOf(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
