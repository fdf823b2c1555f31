import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { Say } from './texts.ts';

/** Who a command is for, in the order in which /help tells them. */
export const COMMANDS = {
  readers: ['latest', 'list', 'read', 'search', 'why', 'help'],
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
    'access',
    'allow',
    'deny',
    'backup',
  ],
} as const;

export type Circle = keyof typeof COMMANDS;

/**
 * In groups seen by nobody but who sends them, answer and all: what concerns one person. What changes what everybody
 * gets is said to everybody; and Telegram does not tell us in which topic an unseen command was sent, so none that is
 * about a topic is among them.
 */
const UNSEEN: readonly string[] = [
  ...['help', 'settings', 'template', 'filter', 'digest', 'quiet', 'timezone', 'language'],
];

/** A list of commands that Telegram offers to somebody somewhere. */
export type Menu = { scope: BotCommandScope; commands: BotCommand[] };

/** Which commands to offer to whom, in one language. */
export function menusIn(say: Say, owners: number[]): Menu[] {
  const everyone: Circle[] = ['changes', 'readers'];
  const seen = (circles: Circle[]) => commandsOf(circles, say);
  const inGroups = (circles: Circle[]) =>
    seen(circles).map((it) => (UNSEEN.includes(it.command) ? { ...it, is_ephemeral: true } : it));
  return [
    { scope: { type: 'default' }, commands: seen(everyone) },
    { scope: { type: 'all_private_chats' }, commands: seen(everyone) },
    { scope: { type: 'all_group_chats' }, commands: inGroups(['readers']) },
    { scope: { type: 'all_chat_administrators' }, commands: inGroups(everyone) },
    ...owners.map((owner) => ({
      scope: { type: 'chat', chat_id: owner } as const,
      commands: seen([...everyone, 'owners']),
    })),
  ];
}

function commandsOf(circles: Circle[], say: Say): BotCommand[] {
  return circles.flatMap((circle) =>
    COMMANDS[circle].map((command) => ({ command, description: say(`cmd-${command}`) })),
  );
}
