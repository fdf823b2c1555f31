import type { Chat, Message, Topic } from './chats.ts';
import { type Fields, integerOf, textOf } from './fields.ts';
import type { Method } from './methods.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { joinedChat, may } from './rights.ts';
import { addNotice, emitChat, type Telegram } from './state.ts';

const NAME_LIMIT = 128;
/** core.telegram.org/bots/api#createforumtopic */
const COLORS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f];
const [DEFAULT_COLOR = 0] = COLORS;

export const topicMethods: Record<string, Method> = {
  createForumTopic(telegram, { fields }) {
    const chat = managedForum(telegram, fields);
    const name = nameIn(fields);
    const color = integerOf(fields, 'icon_color') ?? DEFAULT_COLOR;
    // The code's name is a guess: the colors are documented, the refusal is not.
    if (!COLORS.includes(color)) throw serverRefusal('TOPIC_ICON_COLOR_INVALID');
    const topic = openTopic(telegram, chat, { name, color });
    return { message_thread_id: topic.id, name, icon_color: color };
  },
  editForumTopic(telegram, { fields }) {
    const chat = managedForum(telegram, fields);
    const topic = namedTopic(chat, fields);
    if (fields.name === undefined) return true;
    const name = nameIn(fields);
    if (name === topic.name) throw serverRefusal('TOPIC_NOT_MODIFIED');
    topic.name = name;
    const content = { forum_topic_edited: { name } };
    tellOf(telegram, chat, topic, { content, service: `The topic is called ${name} now` });
    return true;
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
export function openTopic(
  telegram: Telegram,
  chat: Chat,
  { name, color = DEFAULT_COLOR }: { name: string; color?: number },
): Topic {
  const topic = { id: chat.lastMessageId + 1, name, closed: false };
  chat.topics.set(topic.id, topic);
  const content = { forum_topic_created: { name, icon_color: color } };
  tellOf(telegram, chat, topic, { content, service: `The topic ${name} was created` });
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
  const content = { [`forum_topic_${to}`]: {} };
  tellOf(telegram, chat, topic, { content, service: `The topic ${topic.name} was ${to}` });
  return true;
}

/** Telegram says in a topic what has become of it. */
function tellOf(
  telegram: Telegram,
  chat: Chat,
  { id }: Topic,
  { content, service }: { content: Partial<Message>; service: string },
): void {
  const where = { message_thread_id: id, is_topic_message: true } as const;
  addNotice(telegram, chat, { content: { ...where, ...content }, service });
  emitChat(telegram, chat);
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
  if (chat.type === 'private') return chat;
  if (!may(chat, 'can_manage_topics')) {
    throw badRequest('not enough rights to manage topics in the chat');
  }
  return chat;
}

function nameIn(fields: Fields): string {
  const name = textOf(fields, 'name').trim();
  if (name === '' || name.length > NAME_LIMIT) throw serverRefusal('TOPIC_TITLE_EMPTY');
  return name;
}

function namedTopic(chat: Chat, fields: Fields): Topic {
  const topic = chat.topics.get(integerOf(fields, 'message_thread_id') ?? 0);
  if (topic === undefined) throw badRequest('message thread not found');
  return topic;
}
