import { Composer } from 'grammy';
import { isOwnerHere } from './allowed.ts';
import { answer, type BotContext } from './context.ts';
import { bold, join } from './format.ts';
import { spanOf } from './moments.ts';
import type { BotParts } from './parts.ts';

/** `/status`: how the newswire is doing, for its owners. */
export function status(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('status', async (ctx) => {
    if (!(await isOwnerHere(ctx, parts.rights))) return;
    const { version, uptimeMs, feeds, outbox, ...more } = await parts.status();
    const { answersLost: lost, floods, memoryBytes, databaseBytes } = more;
    const { language } = ctx.say;
    const { oldestOwedAt } = outbox;
    const waitingMs = oldestOwedAt === null ? 0 : parts.clock.now() - oldestOwedAt;
    const owed = { owed: outbox.owed, age: spanOf(waitingMs, language) };
    const lines = [
      bold(ctx.say('status-title', { version })),
      ctx.say('status-uptime', { duration: spanOf(uptimeMs, language) }),
      ctx.say('status-feeds', { healthy: feeds.healthy, failing: feeds.failing }),
      outbox.owed === 0 ? ctx.say('status-outbox-empty') : ctx.say('status-outbox', owed),
      ...(outbox.held > 0 ? [ctx.say('status-held', { held: outbox.held })] : []),
      ...(outbox.dead > 0 ? [ctx.say('status-dead', { dead: outbox.dead })] : []),
      ...(lost > 0 ? [ctx.say('status-lost', { lost })] : []),
      ...(floods > 0 ? [ctx.say('status-floods', { floods })] : []),
      ctx.say('status-memory', { megabytes: megabytesOf(memoryBytes) }),
      ctx.say('status-database', { megabytes: megabytesOf(databaseBytes) }),
    ];
    await answer(ctx, join(lines, '\n'));
  });

  return feature;
}

function megabytesOf(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
