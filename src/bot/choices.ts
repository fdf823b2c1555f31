import type { FeedLink } from '../feed/discover.ts';
import type { Store } from '../store/store.ts';
import type { BotContext } from './context.ts';
import { quoted } from './naming.ts';

/** What a button offers: the address of a feed, and what was asked for it. */
export type Choice<Wish> = { url: string; wish: Wish };

const OFFERED = 10;
const KEPT_MS = 24 * 3_600_000;

/**
 * Buttons for addresses that do not fit into a button, with data `<kind>:<update>:<n>`. What they stand for is kept
 * for a day and for this chat alone: nobody reaches by a forged button what others were offered.
 */
export async function offered<Wish>(
  ctx: BotContext,
  { notes }: Pick<Store, 'notes'>,
  { kind, links, wish }: { kind: string; links: FeedLink[]; wish: Wish },
): Promise<{ text: string; data: string }[]> {
  const note = ctx.update.update_id;
  const shown = links.slice(0, OFFERED);
  const choices: Choice<Wish>[] = shown.map(({ url }) => ({ url, wish }));
  await notes.set(keyOf(ctx, kind, note), choices, KEPT_MS);
  return shown.map(({ title, url }, index) => ({
    text: quoted(title) || quoted(url),
    data: `${kind}:${note}:${index}`,
  }));
}

/** What the pressed button stands for; undefined when that is forgotten, or was never offered here. */
export async function chosen<Wish>(
  ctx: BotContext,
  { notes }: Pick<Store, 'notes'>,
  kind: string,
): Promise<Choice<Wish> | undefined> {
  const [note, index] = [ctx.match?.[1], ctx.match?.[2]].map(Number);
  const choices = await notes.get<Choice<Wish>[]>(keyOf(ctx, kind, note));
  return choices?.[index ?? 0];
}

function keyOf(ctx: BotContext, kind: string, note: number | undefined): string {
  return `choice:${kind}:${ctx.known.id}:${note}`;
}
