import { type Context, InlineKeyboard } from 'grammy';
import type { EpochMs } from '../model.ts';
import { byline } from '../post/byline.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { Place } from '../store/subscriptions.ts';
import type { BotContext } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { localeOf } from './locale.ts';
import { momentIn } from './moments.ts';
import { headlineTold, quoted } from './naming.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import type { View } from './settingsdata.ts';
import { linksUnder, tokenIn } from './under.ts';
import { hoursOf } from './when.ts';

/** Which entries one message told together, and when and why it did; `forgotten`: how many more it names. */
export type ToldTogether = {
  kind: BundleKind;
  at: EpochMs;
  tokens: string[];
  forgotten: number;
};

const PAGE_SIZE = 8;
/** How long its pages can be turned. */
const KEPT_MS = 7 * 24 * 3_600_000;

const HEADINGS: Record<BundleKind, string> = {
  digest: 'why-all-digest',
  many: 'why-all-many',
  missed: 'why-all-missed',
  old: 'why-all-old',
};

/** What the message that is replied to told together here; null where it is no such message. */
export async function toldTogether(
  message: Context['msg'],
  place: Place,
  parts: BotParts,
): Promise<ToldTogether | null> {
  let told: ToldTogether | null = null;
  let forgotten = 0;
  for (const link of linksUnder(message)) {
    const found = await behind(link, { place, messageId: message?.message_id ?? 0 }, parts);
    const [first] = found;
    if (!first) forgotten += 1;
    else told ??= { kind: first.kind, at: first.at, tokens: [], forgotten: 0 };
    told?.tokens.push(...found.map(({ token }) => token));
  }
  return told && { ...told, tokens: [...new Set(told.tokens)], forgotten };
}

type Told = { token: string; kind: BundleKind; at: EpochMs };

/** The entries behind a link that were told by that message: others may link to the same page. */
async function behind(
  link: string,
  { place, messageId }: { place: Place; messageId: number },
  { store }: BotParts,
): Promise<Told[]> {
  const token = tokenIn(link);
  const named = token === null ? undefined : await store.entries.byToken(token);
  const entries = named ? [named] : await store.entries.byLink(link);
  const told: Told[] = [];
  for (const { feedId, id: entryId, token } of entries) {
    const receipt = await store.ledger.receipt({ ...place, feedId, entryId });
    if (receipt?.bundle && receipt.messageId === messageId) {
      told.push({ token, kind: receipt.bundle, at: receipt.at });
    }
  }
  return told;
}

/** Keeps it under a number, for those who turn its pages. */
export async function keepTold(
  ctx: BotContext,
  told: ToldTogether,
  { store }: BotParts,
): Promise<number> {
  const note = ctx.update.update_id;
  if (told.tokens.length > PAGE_SIZE) await store.notes.set(keyOf(ctx, note), told, KEPT_MS);
  return note;
}

export function toldKept(
  ctx: BotContext,
  note: number,
  { store }: BotParts,
): Promise<ToldTogether | undefined> {
  return store.notes.get<ToldTogether>(keyOf(ctx, note));
}

/** Why they came together, and a few lines of what each is, page by page. Data: `wy:<update>:<page>`. */
export async function togetherView(
  ctx: BotContext,
  { kind, at, tokens, forgotten }: ToldTogether,
  { note, wanted, parts }: { note: number; wanted: number; parts: BotParts },
): Promise<View> {
  const { rows, page, pages } = pageOf(tokens, wanted, PAGE_SIZE);
  const date = momentIn(at, hoursOf(ctx, ctx.known, parts));
  const heading = ctx.say(HEADINGS[kind], { date, count: tokens.length });
  const lines: Piece[] = [];
  for (const token of rows) {
    const entry = await parts.store.entries.byToken(token);
    if (entry) lines.push(entryLines(ctx, entry, parts));
  }
  const rest = forgotten > 0 ? [ctx.say('why-all-forgotten', { count: forgotten })] : [];
  return {
    piece: join([heading, ...lines, ...rest], '\n\n'),
    keyboard: turnPages(ctx, new InlineKeyboard(), { page, pages }, `wy:${note}`),
  };
}

function entryLines(ctx: BotContext, entry: StoredEntry, parts: BotParts): Piece {
  const { feedTitle, at, revisions } = entry;
  const { timeZone, language } = hoursOf(ctx, ctx.known, parts);
  const title = bold(headlineTold(entry));
  const source = byline(quoted(feedTitle), at, { timeZone, locale: localeOf(language) });
  const changed = revisions > 0 ? [ctx.say('why-revised', { count: revisions })] : [];
  return join([title, source, ...changed], '\n');
}

function keyOf(ctx: BotContext, note: number): string {
  return `together:${ctx.known.id}:${note}`;
}
