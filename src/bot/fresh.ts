import { isInCharge } from './allowed.ts';
import { catalogueView } from './catalogue.ts';
import type { BotContext } from './context.ts';
import { deadView } from './dead.ts';
import { languageView } from './language.ts';
import { listView } from './list.ts';
import { feedsView } from './owner.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import type { View } from './settingsdata.ts';
import { settingsView } from './settingsview.ts';
import { hereOf } from './target.ts';
import { unsubscribeView } from './unsubscribe.ts';
import { hoursOf } from './when.ts';

/** A menu as it is now. `for`: to whom it may be shown in place of an old one. */
type Menu = {
  data: RegExp;
  for: 'everybody' | 'whoever is in charge' | 'owners';
  view: (ctx: BotContext, parts: BotParts) => Promise<View | null>;
};

/** By the buttons that belong to it, of this version and of those before. */
const MENUS: Menu[] = [
  { data: /^l:/, for: 'everybody', view: (ctx, parts) => listView(ctx, parts, 0) },
  {
    data: /^(?:c|t):/,
    for: 'whoever is in charge',
    view: (ctx, parts) => catalogueView(ctx, hereOf(ctx), { parts, wanted: 0 }),
  },
  { data: /^(?:u:|up:|ua$)/, for: 'whoever is in charge', view: unsubscribeView },
  {
    data: /^lang/,
    for: 'whoever is in charge',
    view: async (ctx, parts) => languageView(ctx, parts),
  },
  { data: /^(?:se|tp):/, for: 'whoever is in charge', view: settingsHere },
  { data: /^(?:f[a-z]?|rm):/, for: 'owners', view: (ctx, parts) => feedsView(ctx, parts, 0) },
  { data: /^dd:/, for: 'owners', view: deadView },
];

/** The menu that a button once belonged to, as it is now; null where there is none, or none for this person. */
export async function freshMenu(
  ctx: BotContext,
  data: string,
  parts: BotParts,
): Promise<View | null> {
  const menu = MENUS.find((it) => it.data.test(data));
  if (!menu || ctx.known.kind === 'channel' || !(await isFor(ctx, menu, parts))) return null;
  return menu.view(ctx, parts);
}

async function isFor(ctx: BotContext, menu: Menu, { rights }: BotParts): Promise<boolean> {
  switch (menu.for) {
    case 'everybody':
      return true;
    case 'whoever is in charge':
      return isInCharge(ctx, rights);
    case 'owners':
      return rights.isOwner(ctx.from?.id ?? 0);
  }
}

async function settingsHere(ctx: BotContext, parts: BotParts): Promise<View | null> {
  const whole = { chatId: ctx.known.id, threadId: 0, feedId: null };
  const stand = await settingsOf(whole, parts);
  return stand && settingsView(ctx, stand, hoursOf(ctx, stand.chat, parts));
}
