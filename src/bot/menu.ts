import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import type { Log } from '../log.ts';
import { refusalOf } from '../telegram/refusal.ts';
import type { Say, Texts } from './texts.ts';

/** Who a command is for, in the order in which /help tells them. */
export const COMMANDS = {
  readers: ['latest', 'list', 'read', 'why', 'help'],
  changes: [
    'subscribe',
    'unsubscribe',
    'settings',
    'template',
    'filter',
    'digest',
    'quiet',
    'timezone',
    'pause',
    'resume',
    'import',
    'export',
    'language',
  ],
  owners: [
    'addfeed',
    'feeds',
    'feed',
    'setfeed',
    'removefeed',
    'check',
    'status',
    'dead',
    'backup',
  ],
} as const;

export type Circle = keyof typeof COMMANDS;

type MenuDeps = { api: Api; texts: Texts; owners: number[]; log: Log };

/** Tells Telegram which commands to offer to whom, in each language; what is refused is logged and no more. */
export async function setMenus({ api, texts, owners, log }: MenuDeps): Promise<void> {
  const everyone: Circle[] = ['changes', 'readers'];
  for (const { code } of texts.languages) {
    const say = texts.say(code);
    const languageCode = code === 'en' ? {} : { language_code: code as LanguageCode };
    await set({ type: 'default' }, commandsOf(everyone, say), languageCode);
    await set({ type: 'all_group_chats' }, commandsOf(['readers'], say), languageCode);
    await set({ type: 'all_chat_administrators' }, commandsOf(everyone, say), languageCode);
    for (const owner of owners) {
      const scope = { type: 'chat', chat_id: owner } as const;
      await set(scope, commandsOf([...everyone, 'owners'], say), languageCode);
    }
  }

  async function set(
    scope: BotCommandScope,
    commands: BotCommand[],
    languageCode: { language_code?: LanguageCode },
  ): Promise<void> {
    try {
      await api.setMyCommands(commands, { scope, ...languageCode });
    } catch (error) {
      // An owner who never wrote to the bot has no chat to set a menu in: it comes with the next start.
      log('menu.failed', { scope: scope.type, reason: refusalOf(error).reason });
    }
  }
}

function commandsOf(circles: Circle[], say: Say): BotCommand[] {
  return circles.flatMap((circle) =>
    COMMANDS[circle].map((command) => ({ command, description: say(`cmd-${command}`) })),
  );
}
