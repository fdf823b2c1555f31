import { Composer, InlineKeyboard } from 'grammy';
import { showCatalogue } from './catalogue.ts';
import { answer, type BotContext, isGroup, placeOf } from './context.ts';
import { bold, join } from './format.ts';
import { type Circle, COMMANDS } from './menu.ts';
import type { BotParts } from './parts.ts';
import { openReader } from './reader.ts';
import { follow } from './subscribe.ts';

/** `/start [payload]` and `/help`. Data: `browse`, `add`. */
export function start(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('start', async (ctx) => {
    const [, kind, what] = /^([rs])_([\w-]+)$/.exec(ctx.match) ?? [];
    if (kind === 'r' && what) return openReader(ctx, what, { parts, hero: 'shown' });
    const feed = kind === 's' ? await store.feeds.byId(Number(what)) : undefined;
    if (feed?.listed === 1 && ctx.known.kind === 'private') {
      const target = { place: placeOf(ctx), title: ctx.known.title, isElsewhere: false };
      return void (await answer(ctx, await follow(ctx, feed, { target, parts })));
    }
    const keyboard = new InlineKeyboard()
      .text(ctx.say('start-browse'), 'browse')
      .text(ctx.say('start-add'), 'add')
      .row()
      .text(ctx.say('start-language'), 'lang');
    await answer(ctx, ctx.say('start'), keyboard);
  });

  feature.callbackQuery('browse', async (ctx) => {
    await ctx.answerCallbackQuery();
    await showCatalogue(ctx, parts);
  });

  feature.callbackQuery('add', async (ctx) => {
    await ctx.answerCallbackQuery();
    const may = rights.mayAddFeeds(ctx.from.id);
    await answer(ctx, ctx.say(may ? 'start-add-how' : 'start-add-catalogue'));
  });

  feature.command('help', async (ctx) => {
    const circles: [Circle, string][] = [
      ['readers', 'help-readers'],
      ['changes', 'help-changes'],
    ];
    if (rights.isOwner(ctx.from?.id ?? 0)) circles.push(['owners', 'help-owners']);
    const groups = circles.map(([circle, title]) =>
      join(
        [
          bold(ctx.say(title)),
          ...COMMANDS[circle].map((name) => `/${name} — ${ctx.say(`cmd-${name}`)}`),
        ],
        '\n',
      ),
    );
    const note = isGroup(ctx.known) ? [ctx.say('help-group-note')] : [];
    await answer(ctx, join([bold(ctx.say('help-title')), ...groups, ...note], '\n\n'));
  });

  return feature;
}
