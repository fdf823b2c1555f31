import { press } from './callbacks.ts';
import type { BotCall } from './calls.ts';
import { memberOf } from './chat-methods.ts';
import {
  apiChat,
  apiUser,
  type BotStanding,
  type Chat,
  type Standing,
  shownChat,
  shownPosts,
} from './chats.ts';
import { armedFailure, type Failure, type FailureFilter } from './failures.ts';
import { createChat, type NewChat, upgrade } from './founding.ts';
import { askInline, choose } from './inline.ts';
import type { Ask, Choice, InlineAnswer } from './inline-protocol.ts';
import { visibleCommands } from './profile.ts';
import type {
  Press,
  PressAnswer,
  Say,
  Share,
  ShownCommand,
  ShownMessage,
  ShownUser,
  Start,
  Throw,
  World,
  WorldEvent,
} from './protocol.ts';
import { react } from './reacting.ts';
import type { React } from './reaction-protocol.ts';
import { share } from './sharing.ts';
import { postInChannel, say, start } from './speech.ts';
import { moveBot, somebodyIn } from './standing.ts';
import { emitChat, secondsNow, type Telegram } from './state.ts';
import { throwSwitch } from './switches.ts';
import { dropTopic, openTopic, turnTopic } from './topics.ts';
import { pushUpdate } from './updates.ts';

/** What people and Telegram itself can do, and what tests look at. Acts named after `/world/*` are the same acts.
 *  They throw for chats, users and topics that do not exist. */
export type TelegramWorld = {
  addUser(user: Partial<ShownUser> & { id: number }): ShownUser;
  /** Founds a chat quietly: the bot hears nothing of its standing there. */
  addChat(chat: NewChat): void;
  /** null takes the person out. */
  setStanding(chatId: number, userId: number, standing: Standing | null): void;
  /** Adds, removes, promotes, blocks …: the bot is told by `my_chat_member`. */
  moveBot(chatId: number, standing: BotStanding, byUserId?: number): void;
  /** Gives the bot these rights as an administrator, without telling it. */
  setRights(chatId: number, rights: readonly string[]): void;
  say(said: Say): ShownMessage;
  post(chatId: number, text: string): ShownMessage;
  start(started: Start): ShownMessage;
  press(pressed: Press): Promise<PressAnswer>;
  react(reacted: React): ShownMessage;
  /** Chooses a chat after a key that asks for one; nothing of it is checked, as from a changed client. */
  share(shared: Share): ShownMessage;
  ask(asked: Ask): Promise<InlineAnswer>;
  choose(choice: Choice): ShownMessage;
  /** The group becomes a supergroup; returns its new id. */
  migrate(chatId: number): number;
  /** Returns the topic's id. */
  openTopic(chatId: number, name: string): number;
  turnTopic(chatId: number, threadId: number, to: 'closed' | 'reopened'): void;
  deleteTopic(chatId: number, threadId: number): void;
  throwSwitch(thrown: Throw): void;
  failNext(filter: FailureFilter, failure: Failure): void;

  messages(chatId: number): ShownMessage[];
  commands(chatId: number, userId: number): ShownCommand[];
  snapshot(): World;
  watch(listener: (event: WorldEvent) => void): () => void;
  /** The newest 5,000 Bot API calls, `getUpdates` excepted; oldest first. */
  readonly calls: readonly BotCall[];
  /** What would go through but is above our own budgets. */
  readonly lints: readonly string[];
  /** Bot API calls being answered just now; long polls and hanging calls do not count. */
  readonly pending: number;
  /** Updates the bot has not confirmed yet. */
  readonly unconfirmed: number;
  /** Whether a long poll waits just now, or updates are brought to the bot and taken. */
  readonly polled: boolean;
};

export function createWorld(telegram: Telegram): TelegramWorld {
  const chat = (chatId: number) => knownChat(telegram, chatId);
  return {
    addUser: (user) => addUser(telegram, user),
    addChat: (founded) => createChat(telegram, founded),
    setStanding: (chatId, userId, standing) =>
      setStanding(telegram, chat(chatId), userId, standing),
    moveBot: (chatId, to, byUserId) => {
      const by = telegram.users.get(byUserId ?? Number.NaN);
      moveBot(telegram, chat(chatId), to, by ? apiUser(by) : somebodyIn(telegram, chat(chatId)));
    },
    setRights(chatId, rights) {
      chat(chatId).rights = new Set(rights);
    },
    say: (said) => say(telegram, said),
    post: (chatId, text) => postInChannel(telegram, chat(chatId), text),
    start: (started) => start(telegram, started),
    press: async (pressed) => press(telegram, pressed),
    react: (reacted) => react(telegram, reacted),
    share: (shared) => share(telegram, shared),
    ask: async (asked) => askInline(telegram, asked),
    choose: (choice) => choose(telegram, choice),
    migrate: (chatId) => upgrade(telegram, chat(chatId)),
    openTopic: (chatId, name) => openTopic(telegram, chat(chatId), { name }).id,
    turnTopic: (chatId, threadId, to) => {
      turnTopic(telegram, chat(chatId), topicOf(chat(chatId), threadId), to);
    },
    deleteTopic: (chatId, threadId) =>
      dropTopic(telegram, chat(chatId), topicOf(chat(chatId), threadId)),
    throwSwitch: (thrown) => throwSwitch(telegram, chat(thrown.chatId), thrown),
    failNext: (filter, failure) => {
      telegram.failures.push(armedFailure(filter, failure));
    },
    messages: (chatId) => shownPosts(chat(chatId)),
    commands: (chatId, userId) => visibleCommands(telegram, chatId, userId),
    snapshot: () => snapshot(telegram),
    watch(listener) {
      telegram.listeners.add(listener);
      return () => telegram.listeners.delete(listener);
    },
    calls: telegram.calls,
    lints: telegram.lints,
    get pending() {
      return telegram.pending;
    },
    get unconfirmed() {
      return telegram.updates.waiting.length;
    },
    get polled() {
      const { poll, webhook } = telegram.updates;
      return poll !== null || webhook?.isFailing === false;
    },
  };
}

function addUser(telegram: Telegram, user: Partial<ShownUser> & { id: number }): ShownUser {
  const { id } = user;
  const whole = { first_name: `User ${id}`, username: `user_${id}`, language_code: 'en', ...user };
  telegram.users.set(id, whole);
  return whole;
}

function setStanding(
  telegram: Telegram,
  chat: Chat,
  userId: number,
  standing: Standing | null,
): void {
  const user = telegram.users.get(userId);
  const before = user && memberOf(chat, apiUser(user));
  if (standing === null) chat.members.delete(userId);
  else chat.members.set(userId, standing);
  emitChat(telegram, chat);
  // Of others than itself a bot hears as an administrator only.
  if (!user || chat.bot !== 'administrator') return;
  pushUpdate(telegram.updates, 'chat_member', {
    chat: apiChat(chat),
    from: somebodyIn(telegram, chat),
    date: secondsNow(telegram),
    old_chat_member: before,
    new_chat_member: memberOf(chat, apiUser(user)),
  });
}

function snapshot(telegram: Telegram): World {
  const { me, profile, users, chats, outage, past } = telegram;
  return {
    bot: {
      id: me.id,
      first_name: profile.names.get('') || me.first_name,
      username: me.username ?? '',
      description: profile.descriptions.get('') ?? '',
    },
    users: [...users.values()],
    chats: [...chats.values()]
      .filter((chat) => chat.upgradedTo === null)
      .map((chat) => ({ ...shownChat(chat, outage), messages: shownPosts(chat) })),
    past: [...past],
    nowMs: telegram.now(),
  };
}

function knownChat(telegram: Telegram, chatId: number): Chat {
  const chat = telegram.chats.get(chatId);
  if (chat === undefined) throw new Error(`There is no chat ${chatId}`);
  return chat;
}

function topicOf(chat: Chat, threadId: number) {
  const topic = chat.topics.get(threadId);
  if (topic === undefined) throw new Error(`There is no topic ${threadId} in chat ${chat.id}`);
  return topic;
}
