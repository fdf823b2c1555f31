import { type Fields, integerOf, isFields, listOf, objectOf, textOf } from './fields.ts';
import type { Method } from './methods.ts';
import type { ShownCommand } from './protocol.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import type { Telegram } from './state.ts';

/** A command as the bot set it; ephemeral ones are seen in groups only by who types them. */
export type BotCommand = ShownCommand & { is_ephemeral?: boolean };

/** What the bot told Telegram about itself. Texts by language code, '' for everybody else. */
export type Profile = {
  /** By scope and language, see `scopeKey`. */
  commands: Map<string, BotCommand[]>;
  names: Map<string, string>;
  descriptions: Map<string, string>;
  shortDescriptions: Map<string, string>;
  menuButtons: Map<string, Fields>;
  defaultRights: { channels: Fields; groups: Fields };
};

const COMMANDS_LIMIT = 100;

export const profileMethods: Record<string, Method> = {
  setMyCommands(telegram, { fields }) {
    const commands = listOf(fields, 'commands');
    if (commands.length > COMMANDS_LIMIT) throw serverRefusal('BOT_COMMANDS_TOO_MUCH');
    telegram.profile.commands.set(requestKey(fields), commands.map(commandOf));
    return true;
  },
  getMyCommands: (telegram, { fields }) => telegram.profile.commands.get(requestKey(fields)) ?? [],
  deleteMyCommands(telegram, { fields }) {
    telegram.profile.commands.delete(requestKey(fields));
    return true;
  },
  setMyName: textSetter('names', 'name', 64),
  getMyName: textGetter('names', 'name'),
  setMyDescription: textSetter('descriptions', 'description', 512),
  getMyDescription: textGetter('descriptions', 'description'),
  setMyShortDescription: textSetter('shortDescriptions', 'short_description', 120),
  getMyShortDescription: textGetter('shortDescriptions', 'short_description'),
  setChatMenuButton(telegram, { fields }) {
    const button = objectOf(fields, 'menu_button') ?? { type: 'default' };
    telegram.profile.menuButtons.set(textOf(fields, 'chat_id'), button);
    return true;
  },
  getChatMenuButton: (telegram, { fields }) =>
    telegram.profile.menuButtons.get(textOf(fields, 'chat_id')) ?? { type: 'default' },
  setMyDefaultAdministratorRights(telegram, { fields }) {
    const rights = objectOf(fields, 'rights') ?? {};
    telegram.profile.defaultRights[rightsFor(fields)] = rights;
    return true;
  },
  getMyDefaultAdministratorRights: (telegram, { fields }) =>
    telegram.profile.defaultRights[rightsFor(fields)],
};

export function createProfile(): Profile {
  return {
    commands: new Map(),
    names: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    menuButtons: new Map(),
    defaultRights: { channels: {}, groups: {} },
  };
}

/** The command menu as a person sees it in a chat: the narrowest scope that has one, in the person's language or else
 *  in none (core.telegram.org/bots/api#determining-list-of-commands). */
export function visibleCommands(telegram: Telegram, chatId: number, userId: number): BotCommand[] {
  const chat = telegram.chats.get(chatId);
  // People's codes may name a script or region (`zh-hans`), lists of commands only a language.
  const [language = ''] = (telegram.users.get(userId)?.language_code ?? '').split('-');
  const standing = chat?.members.get(userId);
  const isAdmin = standing === 'creator' || standing === 'administrator';
  const scopes =
    chat?.type === 'private'
      ? [`chat ${chatId}`, 'all_private_chats', 'default']
      : [
          `chat_member ${chatId} ${userId}`,
          ...(isAdmin ? [`chat_administrators ${chatId}`] : []),
          `chat ${chatId}`,
          ...(isAdmin ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  const keys = scopes.flatMap((scope) => [scopeKey(scope, language), scopeKey(scope, '')]);
  return keys.map((key) => telegram.profile.commands.get(key)).find((list) => list?.length) ?? [];
}

function requestKey(fields: Fields): string {
  const scope = objectOf(fields, 'scope') ?? { type: 'default' };
  const parts = [
    textOf(scope, 'type'),
    textOf(scope, 'chat_id'),
    String(integerOf(scope, 'user_id') ?? ''),
  ];
  return scopeKey(parts.filter(Boolean).join(' '), languageOf(fields));
}

function scopeKey(scope: string, language: string): string {
  return `${scope}|${language}`;
}

function languageOf(fields: Fields): string {
  const code = textOf(fields, 'language_code');
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw serverRefusal('LANG_CODE_INVALID');
  return code;
}

function commandOf(value: unknown): BotCommand {
  if (!isFields(value)) throw badRequest("can't parse BotCommand: expected an Object");
  const command = textOf(value, 'command').replace(/^\//, '');
  const description = textOf(value, 'description');
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw serverRefusal('BOT_COMMAND_INVALID');
  if (description === '' || description.length > 256) {
    throw serverRefusal('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description, ...(value.is_ephemeral === true && { is_ephemeral: true }) };
}

type Texts = 'names' | 'descriptions' | 'shortDescriptions';

function textSetter(texts: Texts, name: string, limit: number): Method {
  return (telegram, { fields }) => {
    const text = textOf(fields, name);
    // Telegram publishes the limits; how it refuses is a guess.
    if (text.length > limit) throw badRequest(`${name.replace('_', ' ')} is too long`);
    telegram.profile[texts].set(languageOf(fields), text);
    return true;
  };
}

function textGetter(texts: Texts, name: string): Method {
  return (telegram, { fields }) => {
    const known = telegram.profile[texts];
    return { [name]: known.get(languageOf(fields)) || known.get('') || '' };
  };
}

function rightsFor(fields: Fields): 'channels' | 'groups' {
  return fields.for_channels === true || fields.for_channels === 'true' ? 'channels' : 'groups';
}
