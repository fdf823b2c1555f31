import { askInline, press } from './callbacks.ts';
import type { BotCall } from './calls.ts';
import {
  apiUser,
  type BotStanding,
  type Chat,
  type Standing,
  shownChat,
  shownPosts,
} from './chats.ts';
import { armedFailure, type Failure, type FailureFilter } from './failures.ts';
import { createChat, type NewChat, upgrade } from './founding.ts';
import { visibleCommands } from './profile.ts';
import type {
  Press,
  PressAnswer,
  Say,
  ShownCommand,
  ShownMessage,
  ShownUser,
  Start,
  Throw,
  World,
  WorldEvent,
} from './protocol.ts';
import { postInChannel, say, start } from './speech.ts';
import { moveBot, somebodyIn } from './standing.ts';
import { emitChat, type Telegram } from './state.ts';
import { throwSwitch } from './switches.ts';
import { dropTopic, openTopic, turnTopic } from './topics.ts';

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
  ask(userId: number, query: string): Promise<readonly unknown[]>;
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
  /** Whether a long poll waits just now. */
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
    ask: async (userId, query) => askInline(telegram, userId, query),
    migrate: (chatId) => upgrade(telegram, chat(chatId)),
    openTopic: (chatId, name) => openTopic(telegram, chat(chatId), name).id,
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
      return telegram.updates.poll !== null;
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
  if (standing === null) chat.members.delete(userId);
  else chat.members.set(userId, standing);
  emitChat(telegram, chat);
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
