import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { BotContext } from './context.ts';

/** How long "2" still means the second feed of the list that somebody was shown. */
const KEEP_MS = 24 * 3_600_000;

/** Remembers a numbered list of feeds, so that its numbers can be used in commands. */
export async function rememberList(
  ctx: BotContext,
  { notes }: Pick<Store, 'notes'>,
  feeds: Feed[],
): Promise<void> {
  await notes.set(
    keyOf(ctx),
    feeds.map(({ id }) => id),
    KEEP_MS,
  );
}

export async function lastList(
  ctx: BotContext,
  { notes }: Pick<Store, 'notes'>,
): Promise<number[]> {
  return (await notes.get<number[]>(keyOf(ctx))) ?? [];
}

function keyOf(ctx: BotContext): string {
  return `list:${ctx.known.id}:${ctx.from?.id ?? 0}`;
}
