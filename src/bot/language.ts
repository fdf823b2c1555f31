import { Composer, InlineKeyboard } from 'grammy';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import type { View } from './settingsdata.ts';
import { languagesView } from './settingspages.ts';
import { readAddressed, type Target, targetOf } from './target.ts';

/** Names of languages that fit beside one another on a phone. */
const A_ROW = 2;

/** `/language [code or name] [to @channel]`: which language the bot speaks in a chat. Data: `lang`, `lang:<code>`. */
export function language(parts: BotParts): Composer<BotContext> {
  const { store, texts, rights } = parts;
  const feature = new Composer<BotContext>();
  const ask = async (ctx: BotContext) => {
    const { piece, keyboard } = languageView(ctx, parts);
    await answer(ctx, piece, keyboard);
  };
  const choose = async (ctx: BotContext, code: string) => {
    await store.chats.setLanguage(ctx.known.id, code);
    ctx.say = texts.say(code);
  };

  feature.command('language', async (ctx) => {
    const { text: wanted, to } = readAddressed(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    if (wanted === '') return target.isElsewhere ? askThere(ctx, target, parts) : ask(ctx);
    const code = texts.called(wanted);
    if (!code) {
      const languages = texts.languages.map(({ name }) => name).join(' · ');
      return void (await answer(ctx, ctx.say('language-unknown', { name: wanted, languages })));
    }
    if (target.isElsewhere) return chooseThere(ctx, code, { target, parts });
    await choose(ctx, code);
    await answer(ctx, ctx.say('language-set'));
  });

  feature.callbackQuery('lang', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    await acknowledge(ctx);
    await ask(ctx);
  });

  feature.callbackQuery(/^lang:([\w-]+)$/, async (ctx, next) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const code = texts.closest(ctx.match[1]);
    if (!code) return next();
    await choose(ctx, code);
    await acknowledge(ctx);
    await respond(ctx, ctx.say('language-set'));
  });

  return feature;
}

async function askThere(ctx: BotContext, { place }: Target, parts: BotParts): Promise<void> {
  const stand = await settingsOf({ ...place, feedId: null }, parts);
  if (!stand) return;
  const { piece, keyboard } = languagesView(ctx, stand, parts);
  await answer(ctx, piece, keyboard);
}

async function chooseThere(
  ctx: BotContext,
  code: string,
  { target, parts }: { target: Target; parts: BotParts },
): Promise<void> {
  await parts.store.chats.setLanguage(target.place.chatId, code);
  const language = parts.texts.say(code)('language-name');
  await answer(ctx, ctx.say('language-set-there', { chat: target.title, language }));
}

/** The languages there are, to choose from. */
export function languageView(ctx: BotContext, { texts }: BotParts): View {
  const keyboard = new InlineKeyboard();
  for (const [index, { code, name }] of texts.languages.entries()) {
    if (index > 0 && index % A_ROW === 0) keyboard.row();
    keyboard.text(name, `lang:${code}`);
  }
  return { piece: ctx.say('language-which'), keyboard };
}
