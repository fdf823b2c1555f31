import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import type { Log } from '../log.ts';
import { answerOf } from '../telegram/answer.ts';
import { setMenus } from './menu.ts';
import type { Texts } from './texts.ts';

type ProfileDeps = { api: Api; texts: Texts; owners: number[]; log: Log };

/** Tells Telegram what the bot is and what it can be asked, in each language; what is refused is logged and no more. */
export async function introduce(deps: ProfileDeps): Promise<void> {
  await setMenus(deps);
  const { api, texts, log } = deps;
  for (const { code } of texts.languages) {
    const say = texts.say(code);
    const language = code === 'en' ? {} : { language_code: code as LanguageCode };
    await keep('description', {
      text: say('bot-description'),
      known: async () => (await api.getMyDescription(language)).description,
      set: (text) => api.setMyDescription(text, language),
    });
    await keep('short description', {
      text: say('bot-about'),
      known: async () => (await api.getMyShortDescription(language)).short_description,
      set: (text) => api.setMyShortDescription(text, language),
    });
  }

  /** Telegram lets a profile be changed but rarely: asked first, changed only where it differs. */
  async function keep(
    what: string,
    {
      text,
      known,
      set,
    }: { text: string; known: () => Promise<string>; set: (text: string) => Promise<true> },
  ): Promise<void> {
    const asked = await answerOf(known());
    if (asked.kind === 'sent' && asked.message === text) return;
    const changed = asked.kind === 'sent' ? await answerOf(set(text)) : asked;
    if (changed.kind !== 'sent') log('profile.failed', { what, reason: changed.reason });
  }
}
