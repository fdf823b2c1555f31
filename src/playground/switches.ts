import type { BotStanding, Chat } from './chats.ts';
import { upgrade } from './founding.ts';
import type { Throw } from './protocol.ts';
import { moveBot, somebodyIn } from './standing.ts';
import { emitChat, type Telegram } from './state.ts';
import { turnTopic } from './topics.ts';

/** A person throws a switch to play Telegram's part; `protocol.ts` says what each means. */
export function throwSwitch(telegram: Telegram, chat: Chat, { name, on, threadId }: Throw): void {
  switch (name) {
    case 'block':
      stand(telegram, chat, on ? 'blocked' : 'member');
      return;
    case 'kick':
      stand(telegram, chat, on ? 'kicked' : back(chat));
      return;
    case 'closeTopic':
      turnTopics(telegram, chat, threadId, on ? 'closed' : 'reopened');
      return;
    case 'migrate':
      if (on) upgrade(telegram, chat);
      return;
    case 'outage':
      turnOutage(telegram, on ? 'on' : 'off');
      return;
    case 'mute':
    case 'flood':
    case 'refusePictures':
    case 'noPictures':
      chat.moods[name] = on;
      emitChat(telegram, chat);
  }
}

/** All topics where none is named. */
function turnTopics(
  telegram: Telegram,
  chat: Chat,
  threadId: number | undefined,
  to: 'closed' | 'reopened',
): void {
  for (const topic of chat.topics.values()) {
    if (threadId === undefined || topic.id === threadId) turnTopic(telegram, chat, topic, to);
  }
}

function turnOutage(telegram: Telegram, to: 'on' | 'off'): void {
  telegram.outage = to === 'on';
  for (const chat of telegram.chats.values()) {
    if (chat.upgradedTo === null) emitChat(telegram, chat);
  }
}

function stand(telegram: Telegram, chat: Chat, to: BotStanding): void {
  moveBot(telegram, chat, to, somebodyIn(telegram, chat));
}

/** A bot comes back into a channel only as an administrator. */
function back(chat: Chat): BotStanding {
  return chat.type === 'channel' ? 'administrator' : 'member';
}
