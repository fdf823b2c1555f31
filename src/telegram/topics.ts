import type { Api } from 'grammy';
import { type Answer, answerOf } from './answer.ts';

/** Topics of forums, and of private chats that have some. To make one counts as a message. */
export type TopicCalls = {
  /** Answers its `message_thread_id`. A power cut before that is stored leaves one topic that nobody uses. */
  open(chatId: number, topic: { name: string; feedId: number }): Promise<Answer<number>>;
  rename(chatId: number, threadId: number, name: string): Promise<Answer<true>>;
  /** Whether people have not deleted it, as far as Telegram tells. */
  isThere(chatId: number, threadId: number): Promise<boolean>;
};

/** Characters (core.telegram.org/bots/api#createforumtopic). */
export const TOPIC_NAME_LIMIT = 128;

/** All that there are (core.telegram.org/bots/api#createforumtopic). */
const COLORS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f] as const;

export function createTopicCalls(
  api: Pick<Api, 'createForumTopic' | 'editForumTopic' | 'sendChatAction'>,
): TopicCalls {
  return {
    async open(chatId, { name, feedId }) {
      const made = await answerOf(
        api.createForumTopic(chatId, name, { icon_color: colorOf(feedId) }),
      );
      return made.kind === 'sent'
        ? { kind: 'sent', message: made.message.message_thread_id }
        : made;
    },
    rename: (chatId, threadId, name) => answerOf(api.editForumTopic(chatId, threadId, { name })),
    async isThere(chatId, message_thread_id) {
      const answer = await answerOf(api.sendChatAction(chatId, 'typing', { message_thread_id }));
      return answer.kind !== 'topicGone';
    },
  };
}

/** The same feed has the same colour in every chat. */
function colorOf(feedId: number): (typeof COLORS)[number] {
  return COLORS[feedId % COLORS.length] ?? COLORS[0];
}
