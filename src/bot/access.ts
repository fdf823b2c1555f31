import { Composer, InlineKeyboard } from 'grammy';
import { ASKED_MS } from '../relay/admission.ts';
import { ACCESSES, type Access } from '../relay/rights.ts';
import type { ShownPermission } from '../store/permissions.ts';
import { isOwnerHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { bold, join } from './format.ts';
import { decide, type Verdict } from './knocking.ts';
import { quoted } from './naming.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { whomMeant } from './whom.ts';

const PAGE_SIZE = 8;
const MODE_TEXTS: Record<Access, [name: string, what: string]> = {
  open: ['access-name-open', 'access-open'],
  catalogue: ['access-name-catalogue', 'access-catalogue'],
  approved: ['access-name-approved', 'access-approved'],
};
const VERDICT_TEXTS: Record<ShownPermission['verdict'], string> = {
  ...{ asked: 'access-is-asked', allowed: 'access-is-allowed', denied: 'access-is-denied' },
};
const VERDICTS: Record<string, Verdict> = { y: 'allowed', n: 'denied' };

/**
 * Who may use this bot: `/access [open, catalogue or approved]`, `/allow <whom>`, `/deny <whom>`. Data: `ac:m:<mode>`,
 * `ac:p:<page>`, `ac:y:<id>:<page>` and `ac:n:…` in the list; `kn:y:<id>` and `kn:n:<id>` under a request.
 */
export function access(parts: BotParts): Composer<BotContext> {
  const { rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('access', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const typed = ctx.match.trim().toLowerCase();
    const mode = ACCESSES.find((it) => it === typed);
    if (typed !== '' && !mode) return void (await answer(ctx, ctx.say('access-how')));
    if (mode) await changeMode(ctx, mode, parts);
    // Who was let in is nobody else's business.
    if (ctx.known.kind !== 'private') return void (await answer(ctx, await modeText(ctx, parts)));
    const { piece, keyboard } = await view(ctx, parts, 0);
    await answer(ctx, piece, keyboard);
  });

  feature.command('allow', (ctx) => decideBy(ctx, 'allowed', parts));
  feature.command('deny', (ctx) => decideBy(ctx, 'denied', parts));

  feature.callbackQuery(/^kn:([yn]):(-?\d{1,16})$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const told = await decide(ctx, pressed(ctx.match), parts);
    await acknowledge(ctx);
    await respond(ctx, told);
  });

  feature.callbackQuery(/^ac:([yn]):(-?\d{1,16}):(\d{1,6})$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    await acknowledge(ctx, await decide(ctx, pressed(ctx.match), parts));
    await showPage(ctx, Number(ctx.match[3]), parts);
  });

  feature.callbackQuery(/^ac:p:(\d+)$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    await acknowledge(ctx);
    await showPage(ctx, Number(ctx.match[1]), parts);
  });

  feature.callbackQuery(/^ac:m:(open|catalogue|approved)$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    await changeMode(ctx, ctx.match[1] as Access, parts);
    await acknowledge(ctx);
    await showPage(ctx, 0, parts);
  });

  return feature;
}

function pressed(match: string | RegExpMatchArray): { id: number; verdict: Verdict } {
  return { id: Number(match[2]), verdict: VERDICTS[match[1] ?? ''] ?? 'denied' };
}

async function changeMode(ctx: BotContext, mode: Access, { admission, log }: BotParts) {
  await admission.setMode(mode);
  log('access.mode', { mode, by: ctx.from?.id });
}

async function decideBy(
  ctx: BotContext & { match: string },
  verdict: Verdict,
  parts: BotParts,
): Promise<void> {
  if (!(await isOwnerHere(ctx, parts.rights))) return;
  const whom = await whomMeant(ctx);
  if (whom.kind === 'hidden') return void (await answer(ctx, ctx.say('whom-hidden')));
  if (whom.kind === 'none') return void (await answer(ctx, ctx.say('whom-how')));
  await answer(ctx, await decide(ctx, { id: whom.id, verdict }, parts));
}

async function showPage(ctx: BotContext, page: number, parts: BotParts): Promise<void> {
  const { piece, keyboard } = await view(ctx, parts, page);
  await respond(ctx, piece, keyboard);
}

async function modeText(ctx: BotContext, { admission }: BotParts): Promise<string> {
  return ctx.say(MODE_TEXTS[await admission.mode()][1]);
}

/** The mode, and who was let in, was not, or waits. */
async function view(ctx: BotContext, parts: BotParts, wanted: number) {
  const { store, admission, clock } = parts;
  const mode = await admission.mode();
  const keyboard = new InlineKeyboard();
  for (const it of ACCESSES) {
    keyboard.text(`${it === mode ? '✓ ' : ''}${ctx.say(MODE_TEXTS[it][0])}`, `ac:m:${it}`);
  }
  keyboard.row();
  const known = await store.permissions.list(clock.now() - ASKED_MS);
  const { rows, page, pages } = pageOf(known, wanted, PAGE_SIZE);
  for (const { id, verdict, title } of rows) {
    const who = { who: nameIn({ id, title }) };
    if (verdict !== 'allowed') keyboard.text(ctx.say('access-allow', who), `ac:y:${id}:${page}`);
    if (verdict !== 'denied') keyboard.text(ctx.say('access-deny', who), `ac:n:${id}:${page}`);
    keyboard.row();
  }
  const lines = rows.map((it) =>
    ctx.say(VERDICT_TEXTS[it.verdict], { who: nameIn(it), id: String(it.id) }),
  );
  const list = lines.length === 0 ? [ctx.say('access-nobody')] : lines;
  return {
    piece: join([bold(ctx.say('access-title')), await modeText(ctx, parts), '', ...list], '\n'),
    keyboard: turnPages(ctx, keyboard, { page, pages }, 'ac:p'),
  };
}

function nameIn({ id, title }: Pick<ShownPermission, 'id' | 'title'>): string {
  return quoted(title ?? '') || String(id);
}
