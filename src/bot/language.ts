import { Composer, InlineKeyboard } from 'grammy';
import { mayChangeHere } from './allowed.ts';
import { answer, type BotContext, replace } from './context.ts';
import type { BotParts } from './parts.ts';

/** `/language [code]`: which language the bot speaks in this chat. Data: `lang`, `lang:<code>`. */
export function language({ store, texts, rights }: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const keyboard = () => {
    const buttons = new InlineKeyboard();
    for (const { code, name } of texts.languages) buttons.text(name, `lang:${code}`);
    return buttons;
  };
  const choose = async (ctx: BotContext, code: string) => {
    await store.chats.setLanguage(ctx.known.id, code);
    ctx.say = texts.say(code);
  };

  feature.command('language', async (ctx) => {
    const wanted = ctx.match.trim();
    if (wanted === '') return void (await answer(ctx, ctx.say('language-which'), keyboard()));
    if (!(await mayChangeHere(ctx, rights))) return;
    const named = texts.languages.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    const code = named?.code ?? texts.closest(wanted);
    if (!code) {
      const languages = texts.languages.map(({ name }) => name).join(' · ');
      return void (await answer(ctx, ctx.say('language-unknown', { name: wanted, languages })));
    }
    await choose(ctx, code);
    await answer(ctx, ctx.say('language-set'));
  });

  feature.callbackQuery('lang', async (ctx) => {
    await ctx.answerCallbackQuery();
    await answer(ctx, ctx.say('language-which'), keyboard());
  });

  feature.callbackQuery(/^lang:(\w+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const code = texts.closest(ctx.match[1]);
    if (!code) return void (await ctx.answerCallbackQuery(ctx.say('gone-button')));
    await choose(ctx, code);
    await ctx.answerCallbackQuery();
    await replace(ctx, ctx.say('language-set'));
  });

  return feature;
}
