import { Composer, InlineKeyboard } from 'grammy';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
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
    if (!(await mayChangeHere(ctx, rights))) return;
    const wanted = ctx.match.trim();
    if (wanted === '') return void (await answer(ctx, ctx.say('language-which'), keyboard()));
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
    if (!(await mayChangeHere(ctx, rights))) return;
    await acknowledge(ctx);
    await answer(ctx, ctx.say('language-which'), keyboard());
  });

  feature.callbackQuery(/^lang:(\w+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const code = texts.closest(ctx.match[1]);
    if (!code) return acknowledge(ctx, ctx.say('gone-button'));
    await choose(ctx, code);
    await acknowledge(ctx);
    await respond(ctx, ctx.say('language-set'));
  });

  return feature;
}
