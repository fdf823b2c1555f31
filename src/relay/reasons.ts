import type { Store } from '../store/store.ts';
import type { Place } from '../store/subscriptions.ts';
import type { SendOutcome } from '../telegram/send.ts';

/** Longer than anything waits without being tried again. */
const KEPT_MS = 25 * 3_600_000;

type Notes = Pick<Store, 'notes'>;

/** Keeps what was answered where it makes a chat, or a topic of it, wait; nobody but `/why` needs them. */
export async function keepReason(
  { chatId, threadId }: Place,
  outcome: SendOutcome,
  { notes }: Notes,
): Promise<void> {
  switch (outcome.kind) {
    case 'flood':
    case 'gone':
    case 'noRights':
    case 'uncertain':
    case 'passing':
      await notes.set(keyOf({ chatId, threadId: 0 }), outcome.reason, KEPT_MS);
      break;
    case 'topicClosed':
      await notes.set(keyOf({ chatId, threadId }), outcome.reason, KEPT_MS);
  }
}

/** What was answered last that makes it wait; null: it was no answer that does. */
export async function reasonOf(place: Place, { notes }: Notes): Promise<string | null> {
  return (await notes.get<string>(keyOf(place))) ?? null;
}

function keyOf({ chatId, threadId }: Place): string {
  return `wait:${chatId}:${threadId}`;
}
