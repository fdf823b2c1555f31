import type { EpochMs } from '../model.ts';
import type { ChatLook } from './looks.ts';
import type { Chat, Database } from './schema.ts';

/** A chat as Telegram introduces it. */
export type MetChat = Pick<Chat, 'id' | 'kind' | 'title' | 'languageHint'>;

export type Chats = {
  /** Makes the chat known, or refreshes its title and kind. */
  meet(chat: MetChat, now: EpochMs): Promise<Chat>;
  get(chatId: number): Promise<Chat | undefined>;
  setLanguage(chatId: number, language: string): Promise<void>;
  /** null: every entry is wanted again. */
  setFilter(chatId: number, filter: string | null): Promise<void>;
  /** How posts look here from now on; what is not named stays. */
  look(chatId: number, look: Partial<ChatLook>): Promise<void>;
  /** Sends this chat nothing until it lets us back in. What is owed stays owed. */
  hold(chatId: number, reason: string, now: EpochMs): Promise<void>;
  /** Ends a hold; answers since when it was, or null when there was none. */
  revive(chatId: number): Promise<EpochMs | null>;
  /** Nothing is sent here before that moment. */
  wait(chatId: number, notBefore: EpochMs, failures: number): Promise<void>;
  /** The chat forbids pictures: posts go as text until then. */
  forbidPictures(chatId: number, until: EpochMs): Promise<void>;
  /** A group that became a supergroup has a new id (Bot API `migrate_to_chat_id`): all that was its own follows. */
  move(chatId: number, toChatId: number, now: EpochMs): Promise<void>;
};

export function createChats(db: Database): Chats {
  const get = (chatId: number) =>
    db.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirst();
  const change = async (chatId: number, changes: Partial<Chat>) => {
    await db.updateTable('chat').set(changes).where('id', '=', chatId).execute();
  };

  return {
    get,

    meet: (chat, now) =>
      db
        .insertInto('chat')
        .values({
          ...chat,
          notBefore: 0,
          failures: 0,
          textOnlyUntil: 0,
          createdAt: now,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(chat))
        .returningAll()
        .executeTakeFirstOrThrow(),

    setLanguage: (chatId, language) => change(chatId, { language }),
    setFilter: (chatId, filter) => change(chatId, { filter }),
    async look(chatId, look) {
      if (Object.keys(look).length > 0) await change(chatId, look);
    },
    hold: (chatId, heldReason, heldAt) => change(chatId, { heldAt, heldReason }),
    wait: (chatId, notBefore, failures) => change(chatId, { notBefore, failures }),
    forbidPictures: (chatId, textOnlyUntil) => change(chatId, { textOnlyUntil }),

    async revive(chatId) {
      const { heldAt = null, failures = 0, notBefore = 0 } = (await get(chatId)) ?? {};
      if (heldAt === null) return null;
      // Our own back-off is over; a `retry_after`, which no failures go with, is not.
      const until = failures > 0 ? 0 : notBefore;
      await change(chatId, { heldAt: null, heldReason: null, notBefore: until, failures: 0 });
      return heldAt;
    },

    move: (chatId, toChatId, now) =>
      db.transaction().execute((tx) => move(tx, { chatId, toChatId }, now)),
  };
}

async function move(
  tx: Database,
  { chatId, toChatId }: { chatId: number; toChatId: number },
  now: EpochMs,
): Promise<void> {
  const old = await tx.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirst();
  if (!old || chatId === toChatId) return;
  // Whatever refused or slowed the old group is over: the new one starts free.
  const free = { heldAt: null, heldReason: null, notBefore: 0, failures: 0 };
  await tx
    .insertInto('chat')
    .values({ ...old, ...free, id: toChatId, kind: 'supergroup', createdAt: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(free))
    .execute();
  await moveSubscriptions(tx, chatId, toChatId);
  await moveDeliveries(tx, chatId, toChatId);
  await tx.deleteFrom('chat').where('id', '=', chatId).execute();
}

/** Of a subscription, when its chat becomes another. */
const KEPT = [
  ...(['threadId', 'feedId', 'pausedAt', 'createdAt'] as const),
  ...(['style', 'summary', 'hashtags', 'template', 'filter'] as const),
] as const;

/** Of a delivery; without its notice it would be taken for a post. */
const OWED = [
  ...(['threadId', 'feedId', 'entryId', 'notice'] as const),
  ...(['owedAt', 'dueAt', 'deadAt', 'deadReason'] as const),
] as const;

/** What both chats have stays once: the unique keys of these tables name the chat. */
async function moveSubscriptions(tx: Database, chatId: number, toChatId: number): Promise<void> {
  await tx
    .insertInto('subscription')
    .columns(['chatId', ...KEPT])
    .expression((eb) =>
      eb
        .selectFrom('subscription')
        .select((select) => [select.val(toChatId).as('chatId'), ...KEPT])
        .where('chatId', '=', chatId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.deleteFrom('subscription').where('chatId', '=', chatId).execute();
}

async function moveDeliveries(tx: Database, chatId: number, toChatId: number): Promise<void> {
  await tx
    .insertInto('delivery')
    .columns(['chatId', ...OWED])
    .expression((eb) =>
      eb
        .selectFrom('delivery')
        .select((select) => [select.val(toChatId).as('chatId'), ...OWED])
        .where('chatId', '=', chatId)
        .orderBy('id'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.deleteFrom('delivery').where('chatId', '=', chatId).execute();
}
