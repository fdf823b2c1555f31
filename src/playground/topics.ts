import type { Chat, Topic } from './chats.ts';
import { type Fields, integerOf, textOf } from './fields.ts';
import type { Method } from './methods.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { joinedChat, may } from './rights.ts';
import { addNotice, emitChat, type Telegram } from './state.ts';

const NAME_LIMIT = 128;
const DEFAULT_COLOR = 0x6fb9f0;

export const topicMethods: Record<string, Method> = {
  createForumTopic(telegram, { fields }) {
    const chat = managedForum(telegram, fields);
    const name = textOf(fields, 'name').trim();
    if (name === '' || name.length > NAME_LIMIT) throw serverRefusal('TOPIC_TITLE_EMPTY');
    const topic = openTopic(telegram, chat, name);
    return { message_thread_id: topic.id, name, icon_color: DEFAULT_COLOR };
  },
  closeForumTopic(telegram, { fields }) {
    const chat = managedForum(telegram, fields);
    return turnTopic(telegram, chat, namedTopic(chat, fields), 'closed');
  },
  reopenForumTopic(telegram, { fields }) {
    const chat = managedForum(telegram, fields);
    return turnTopic(telegram, chat, namedTopic(chat, fields), 'reopened');
  },
  deleteForumTopic(telegram, { fields }) {
    const chat = managedForum(telegram, fields);
    dropTopic(telegram, chat, namedTopic(chat, fields));
    return true;
  },
};

/** A topic bears the id of the service message that opened it. */
export function openTopic(telegram: Telegram, chat: Chat, name: string): Topic {
  const topic = { id: chat.lastMessageId + 1, name, closed: false };
  chat.topics.set(topic.id, topic);
  addNotice(telegram, chat, {
    content: {
      message_thread_id: topic.id,
      is_topic_message: true,
      forum_topic_created: { name, icon_color: DEFAULT_COLOR },
    },
    service: `The topic ${name} was created`,
  });
  emitChat(telegram, chat);
  return topic;
}

/** True also where nothing changes, without a second service message. */
export function turnTopic(
  telegram: Telegram,
  chat: Chat,
  topic: Topic,
  to: 'closed' | 'reopened',
): true {
  if (topic.closed === (to === 'closed')) return true;
  topic.closed = to === 'closed';
  addNotice(telegram, chat, {
    content: {
      message_thread_id: topic.id,
      is_topic_message: true,
      [`forum_topic_${to}`]: {},
    },
    service: `The topic ${topic.name} was ${to}`,
  });
  emitChat(telegram, chat);
  return true;
}

/** A topic goes with all its messages. */
export function dropTopic(telegram: Telegram, chat: Chat, topic: Topic): void {
  chat.topics.delete(topic.id);
  chat.posts = chat.posts.filter(({ message }) => message.message_thread_id !== topic.id);
  emitChat(telegram, chat);
}

function managedForum(telegram: Telegram, fields: Fields): Chat {
  const chat = joinedChat(telegram, fields);
  if (!chat.forum) throw badRequest('the chat is not a forum');
  if (!may(chat, 'can_manage_topics')) {
    throw badRequest('not enough rights to manage topics in the chat');
  }
  return chat;
}

function namedTopic(chat: Chat, fields: Fields): Topic {
  const topic = chat.topics.get(integerOf(fields, 'message_thread_id') ?? 0);
  if (topic === undefined) throw badRequest('message thread not found');
  return topic;
}
