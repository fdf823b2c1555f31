import type { Clock, Post } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { EditPost } from '../telegram/edit.ts';
import type { SendOutcome, SendPost } from '../telegram/send.ts';
import { soundAt } from './quiet.ts';
import { tellersOf } from './stories.ts';
import type { Turn } from './turn.ts';

export type SayDeps = {
  store: Pick<Store, 'ledger'>;
  sendPost: SendPost;
  editPost: EditPost;
  /** `also`: titles of other feeds that told the chat the same story. */
  render: (delivery: OwedDelivery, also: string[]) => Post;
  clock: Clock;
  defaultTimeZone: string;
};

/** The turn in the pace that was taken, and the post where it has been rendered already (`postAhead`). */
export type Ready = { turn: Turn; post: Post | null };

/** Sends what is owed, or changes what was sent; 'nothing' where there is no message to change. */
export async function say(
  delivery: OwedDelivery,
  { turn, post: ahead }: Ready,
  { store, sendPost, editPost, render, clock, defaultTimeZone }: SayDeps,
): Promise<SendOutcome | 'nothing'> {
  const { chatId, threadId, feedId, chat, content } = delivery;
  const pictures = chat.textOnlyUntil > clock.now() ? 'forbidden' : 'wanted';
  const to = {
    ...({ chatId, threadId, pictures } as const),
    ...soundAt(clock.now(), chat, defaultTimeZone),
  };
  const post = ahead ?? render(delivery, await tellersOf(delivery, store.ledger));
  if (content.kind !== 'revision') return turn(() => sendPost(to, post));
  const { entryId, picture } = content;
  const receipt = await store.ledger.receipt({ chatId, threadId, feedId, entryId });
  // What was sent later shows the change already, and a message of many does not change.
  if (!receipt?.messageId || receipt.at > delivery.owedAt || receipt.bundle) return 'nothing';
  return turn(() => editPost(to, { ...receipt, picture }, post));
}
