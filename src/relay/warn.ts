import type { Log } from '../log.ts';
import type { Clock, EpochMs } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { SendOutcome } from '../telegram/send.ts';

/** Tells those who can change it that a chat, or a topic of it, takes no posts any more. */
export type Warn = (delivery: OwedDelivery, outcome: SendOutcome) => Promise<void>;

export type WarnDeps = {
  store: Pick<Store, 'troubles'>;
  owners: number[];
  /** People who administrate a chat; none where Telegram does not tell. */
  adminsOf: (chatId: number) => Promise<number[]>;
  clock: Pick<Clock, 'now'>;
  log: Log;
};

const DAY_MS = 24 * 3_600_000;

/** The chat's own administrators hear of it in private; where none of them ever wrote to the bot, its owners do. Each
 *  trouble is told once a day for as long as it lasts. */
export function createWarn({ store, owners, adminsOf, clock, log }: WarnDeps): Warn {
  /** Nobody asks Telegram for administrators who have heard it already. */
  const toldOn = new Map<string, EpochMs>();

  return async ({ chatId, threadId, feedId, chat }, { kind }) => {
    if (kind !== 'noRights' && kind !== 'topicGone' && kind !== 'topicClosed') return;
    const since = clock.now() - (clock.now() % DAY_MS);
    const of = kind === 'noRights' ? `${kind}:${chatId}` : `${kind}:${chatId}:${threadId}`;
    if (toldOn.get(of) === since) return;
    if (toldOn.size >= MOST_TOLD) toldOn.clear();
    const admins = chat.kind === 'private' ? [] : await adminsOf(chatId);
    const notice = { kind: 'shut', how: kind, chat: chat.title, since } as const;
    const to = { kind: 'people', userIds: admins, otherwise: owners } as const;
    const word = { feedId, changes: {}, notice, of, to };
    const told = await store.troubles.tell(word, clock.now());
    toldOn.set(of, since);
    if (told > 0) log('chat.shut', { chatId, threadId, how: kind, told });
  };
}

const MOST_TOLD = 10_000;
