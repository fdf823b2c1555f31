import { Composer, InlineKeyboard } from 'grammy';
import { isInCharge, mayChangeHere, mayTurnHere } from './allowed.ts';
import { askFor } from './asking.ts';
import { showCatalogue } from './catalogue.ts';
import { acknowledge, answer, type BotContext, isGroup, placeOf, responding } from './context.ts';
import { directed } from './direction.ts';
import { follow } from './follow.ts';
import { bold, join } from './format.ts';
import { type Circle, COMMANDS } from './menu.ts';
import type { BotParts } from './parts.ts';
import { openReader } from './reader.ts';
import { hereOf } from './target.ts';

/** `/start [payload]` and `/help`. Data: `browse`, `add`. */
export function start(parts: BotParts): Composer<BotContext> {
  const { rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('start', async (ctx) => {
    const isLink = ctx.known.kind === 'private' && (await followLink(ctx, ctx.match, parts));
    if (!isLink) await welcome(ctx, parts);
  });

  feature.callbackQuery('browse', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    await acknowledge(ctx);
    await showCatalogue(ctx, parts);
  });

  feature.callbackQuery('add', async (ctx) => {
    if (!(await mayTurnHere(ctx, rights))) return;
    await acknowledge(ctx);
    const key = await addKey(ctx, parts);
    const mayAdd = key.startsWith('start-add-h') && (await isInCharge(ctx, rights));
    if (!mayAdd) return void (await answer(ctx, ctx.say(key)));
    const scope = { chatId: ctx.known.id, threadId: placeOf(ctx).threadId, feedId: null };
    await askFor(ctx, 'feed', { scope, parts });
  });

  feature.command('help', async (ctx) => {
    const circles: [Circle, string][] = [['readers', 'help-readers']];
    if (await isInCharge(ctx, rights)) circles.push(['changes', 'help-changes']);
    if (rights.isOwner(ctx.from?.id ?? 0)) circles.push(['owners', 'help-owners']);
    const groups = circles.map(([circle, title]) =>
      join(
        [
          bold(ctx.say(title)),
          ...COMMANDS[circle].map((name) =>
            directed(`/${name} — ${ctx.say(`cmd-${name}`)}`, ctx.say.language),
          ),
        ],
        '\n',
      ),
    );
    const note = ctx.say(isGroup(ctx.known) ? 'help-group-note' : 'help-private-note');
    await answer(ctx, join([bold(ctx.say('help-title')), ...groups, note], '\n\n'));
  });

  return feature;
}

/** What a deep link asks for: `r_<token>` opens an article, `s_<feedId>` follows a feed of the catalogue. */
async function followLink(ctx: BotContext, payload: string, parts: BotParts): Promise<boolean> {
  const [, token] = /^r_([\w-]+)$/.exec(payload) ?? [];
  if (token) {
    await openReader(ctx, token, { parts, hero: 'shown' });
    return true;
  }
  const [, feedId] = /^s_(\d{1,9})$/.exec(payload) ?? [];
  const feed = feedId ? await parts.store.feeds.byId(Number(feedId)) : undefined;
  if (feed?.listed !== 1) return false;
  await follow(ctx, feed, { target: hereOf(ctx), parts, tell: responding(ctx).tell });
  return true;
}

/** What this bot is, and the next step that this person can take here. */
async function welcome(ctx: BotContext, parts: BotParts): Promise<void> {
  const isEmpty = (await parts.store.feeds.catalogue()).length === 0;
  const may = await parts.rights.mayAddFeeds(ctx.from?.id ?? 0);
  const pickKey = may ? 'start-pick-or-send' : 'start-pick';
  const next = ctx.say(isEmpty ? await addKey(ctx, parts) : pickKey);
  const keyboard = new InlineKeyboard();
  if (!isEmpty) keyboard.text(ctx.say('start-browse'), 'browse');
  keyboard.text(ctx.say('start-add'), 'add').row();
  if (ctx.known.kind === 'private') {
    const address = `https://t.me/${ctx.me.username}`;
    keyboard
      .url(ctx.say('start-group'), `${address}?startgroup=hello`)
      .url(ctx.say('start-channel'), `${address}?startchannel&admin=post_messages+edit_messages`)
      .row();
  }
  keyboard.text(ctx.say('start-language'), 'lang');
  await answer(ctx, join([ctx.say('start'), next, ctx.say('start-help')], '\n'), keyboard);
}

/** How this person gets a feed that is not in the catalogue. */
async function addKey(ctx: BotContext, { store, rights }: BotParts): Promise<string> {
  const userId = ctx.from?.id ?? 0;
  const isEmpty = (await store.feeds.catalogue()).length === 0;
  if (isEmpty && rights.isOwner(userId)) return 'catalogue-empty-owner';
  if (await rights.mayAddFeeds(userId))
    return isGroup(ctx.known) ? 'start-add-here' : 'start-add-how';
  return isEmpty ? 'catalogue-empty' : 'start-add-catalogue';
}
