import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { Store } from '../store/store.ts';
import { answerOf } from '../telegram/answer.ts';
import { menusIn } from './menu.ts';
import type { Texts } from './texts.ts';

type ProfileDeps = {
  api: Api;
  /** Another bot on the same database has a profile of its own. */
  botId: number;
  texts: Texts;
  owners: number[];
  notes: Store['notes'];
  clock: Clock;
  log: Log;
};

/** One thing that Telegram shows of the bot: what we want it to be, what it is, and how to change it. */
type Feature = {
  name: string;
  wanted: unknown;
  ask: () => Promise<unknown>;
  set: () => Promise<true>;
};

/** Short hashes of what Telegram is known to show, by the feature's name. */
type Told = Record<string, string>;

/** By then who wrote to the bot meanwhile is answered, and what was owed is under way: a hundred calls can wait. */
const AFTER_MS = 1_000;

/** What groups may offer us when somebody makes the bot an administrator: topics of its own, and to take away a message
 *  that carries a secret. */
const IN_GROUPS = { can_manage_chat: true, can_manage_topics: true, can_delete_messages: true };
const IN_CHANNELS = {
  ...{ can_manage_chat: true, can_post_messages: true },
  ...{ can_edit_messages: true, can_delete_messages: true },
};
const NO_RIGHTS = {
  ...{ is_anonymous: false, can_manage_chat: false, can_delete_messages: false },
  ...{ can_manage_video_chats: false, can_restrict_members: false, can_promote_members: false },
  ...{ can_change_info: false, can_invite_users: false, can_post_stories: false },
  ...{ can_edit_stories: false, can_delete_stories: false, can_send_welcome_messages: false },
};

/**
 * Tells Telegram what the bot is, what it can be asked, and which rights it needs. Telegram lets that be changed but
 * rarely: what it was told once is not told again, nor asked, until we want something else; what an operator has changed
 * with @BotFather meanwhile stays. What is refused is logged, and tried with the next start, like what a stop cut off.
 */
export async function introduce(deps: ProfileDeps, stopping: AbortSignal): Promise<void> {
  const { api, botId, notes, clock, log } = deps;
  await clock.sleep(AFTER_MS, stopping);
  if (stopping.aborted) return;
  const key = `profile:${botId}`;
  const before = (await notes.get<Told>(key)) ?? {};
  const told: Told = {};
  for (const feature of featuresOf(deps)) {
    const { name, wanted } = feature;
    const mark = markOf(wanted);
    const isKnown = before[name] === mark;
    if (isKnown || (!stopping.aborted && (await isTold(feature, log)))) told[name] = mark;
  }
  for (const name of Object.keys(before)) {
    if (name in told) continue;
    const isKept = stopping.aborted || (await takeAway(api, name, deps.owners)) === 'kept';
    if (isKept) told[name] = before[name] ?? '';
  }
  if (JSON.stringify(told) !== JSON.stringify(before)) await notes.set(key, told);
}

async function isTold({ name, wanted, ask, set }: Feature, log: Log): Promise<boolean> {
  const asked = await answerOf(ask());
  if (asked.kind === 'sent' && markOf(asked.message) === markOf(wanted)) return true;
  const changed = asked.kind === 'sent' ? await answerOf(set()) : asked;
  if (changed.kind === 'sent') return true;
  // An owner who never wrote to the bot has no chat to set a menu in: it comes with a later start.
  log('profile.failed', { what: name, reason: changed.reason });
  return false;
}

/** Who is no owner any more is offered no owner's commands. */
async function takeAway(api: Api, name: string, owners: number[]): Promise<'gone' | 'kept'> {
  const [, chatId, code = 'en'] = /^commands chat (\d+) (\w+)$/.exec(name) ?? [];
  if (chatId === undefined || owners.includes(Number(chatId))) return 'gone';
  const scope = { type: 'chat', chat_id: Number(chatId) } as const;
  const deleted = await answerOf(api.deleteMyCommands({ scope, ...languageOf(code) }));
  return deleted.kind === 'sent' ? 'gone' : 'kept';
}

function featuresOf({ api, texts, owners }: ProfileDeps): Feature[] {
  // Telegram knows languages by two letters only, without script or region.
  const codes = texts.languages.map(({ code }) => code).filter((code) => code.length === 2);
  return [
    ...codes.flatMap((code) => [
      ...commandFeatures({ api, texts, owners }, code),
      ...descriptionFeatures({ api, texts }, code),
    ]),
    rightsFeature(api, 'groups'),
    rightsFeature(api, 'channels'),
    {
      name: 'menu button',
      wanted: 'commands',
      ask: async () => (await api.getChatMenuButton()).type,
      set: () => api.setChatMenuButton({ menu_button: { type: 'commands' } }),
    },
  ];
}

function commandFeatures(
  { api, texts, owners }: Pick<ProfileDeps, 'api' | 'texts' | 'owners'>,
  code: string,
): Feature[] {
  return menusIn(texts.say(code), owners).map(({ scope, commands }) => ({
    name: `commands ${nameOf(scope)} ${code}`,
    wanted: commands.map(plain),
    ask: async () => (await api.getMyCommands({ scope, ...languageOf(code) })).map(plain),
    set: () => api.setMyCommands(commands, { scope, ...languageOf(code) }),
  }));
}

function descriptionFeatures(
  { api, texts }: Pick<ProfileDeps, 'api' | 'texts'>,
  code: string,
): Feature[] {
  const say = texts.say(code);
  const language = languageOf(code);
  return [
    {
      name: `description ${code}`,
      wanted: say('bot-description'),
      ask: async () => (await api.getMyDescription(language)).description,
      set: () => api.setMyDescription(say('bot-description'), language),
    },
    {
      name: `short description ${code}`,
      wanted: say('bot-about'),
      ask: async () => (await api.getMyShortDescription(language)).short_description,
      set: () => api.setMyShortDescription(say('bot-about'), language),
    },
  ];
}

function rightsFeature(api: Api, where: 'groups' | 'channels'): Feature {
  const for_channels = where === 'channels';
  const rights = { ...NO_RIGHTS, ...(for_channels ? IN_CHANNELS : IN_GROUPS) };
  const granted = (all: object) =>
    Object.entries(all).flatMap(([right, isGiven]) => (isGiven ? [right] : []));
  return {
    name: `rights in ${where}`,
    wanted: granted(rights).toSorted(),
    ask: async () =>
      granted(await api.getMyDefaultAdministratorRights({ for_channels })).toSorted(),
    set: () => api.setMyDefaultAdministratorRights({ for_channels, rights }),
  };
}

function nameOf(scope: BotCommandScope): string {
  return 'chat_id' in scope ? `${scope.type} ${scope.chat_id}` : scope.type;
}

/** English is for everybody whose language we do not speak. */
function languageOf(code: string): { language_code?: LanguageCode } {
  return code === 'en' ? {} : { language_code: code as LanguageCode };
}

function plain({ command, description, is_ephemeral }: BotCommand) {
  return [command, description, is_ephemeral === true];
}

function markOf(wanted: unknown): string {
  return createHash('sha256').update(JSON.stringify(wanted)).digest('base64url').slice(0, 16);
}
