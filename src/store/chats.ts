import type { EpochMs } from '../model.ts';
import { unpark } from './lineup.ts';
import { holdFeedsOf } from './locks.ts';
import type { ChatLook } from './looks.ts';
import { movePermission } from './permissions.ts';
import { hasReturnedSince, revive } from './returns.ts';
import type { Chat, Database } from './schema.ts';
import { endUnderWay } from './underway.ts';
import { type ChatWishes, wish } from './wishes.ts';

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
  /** When posts come here from now on; what is not named stays. */
  wish(chatId: number, wishes: Partial<ChatWishes>): Promise<void>;
  /** Its quiet hours hold its posts until then, unless it has other ones by now. */
  hush(chat: Pick<Chat, 'id' | 'quiet'>, quietUntil: EpochMs): Promise<void>;
  /** Sends this chat nothing until it lets us back in. What is owed stays owed. `sentAt`: when what it refused left us;
   *  nothing is held when it has let us back in since. */
  hold(chatId: number, reason: string, now: EpochMs, sentAt?: EpochMs): Promise<void>;
  /** Like `wait`, after an answer that would hold the chat and is not believed the first time. */
  doubt(chatId: number, reason: string, notBefore: EpochMs, sentAt?: EpochMs): Promise<void>;
  /** Ends a hold, or what our own back-off makes wait; answers since when it was, or null when there was none. */
  revive(chatId: number, now: EpochMs): Promise<EpochMs | null>;
  /** Nothing is sent here before that moment; what was under way there has been refused. `sentAt`: as with `hold`. */
  wait(chatId: number, notBefore: EpochMs, failures: number, sentAt?: EpochMs): Promise<void>;
  /** The chat forbids pictures: posts go as text until then. */
  forbidPictures(chatId: number, until: EpochMs): Promise<void>;
  /** A group that became a supergroup has a new id (Bot API `migrate_to_chat_id`): all that was its own follows. */
  move(chatId: number, toChatId: number, now: EpochMs): Promise<void>;
  /** The id of the group that this one was; null when it was none. */
  formerId(chatId: number): Promise<number | null>;
};

export function createChats(db: Database): Chats {
  return {
    get: (chatId) => db.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirst(),

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

    setLanguage: (chatId, language) => change(db, chatId, { language }),
    setFilter: (chatId, filter) => change(db, chatId, { filter }),
    async look(chatId, look) {
      if (Object.keys(look).length > 0) await change(db, chatId, look);
    },
    wish: (chatId, wishes) => db.transaction().execute((tx) => wish(tx, chatId, wishes)),
    async hush({ id, quiet }, quietUntil) {
      await db
        .updateTable('chat')
        .set({ quietUntil })
        .where('id', '=', id)
        .where('quiet', '=', quiet)
        .execute();
    },
    hold: (chatId, reason, now, sentAt = now) =>
      db.transaction().execute((tx) => hold(tx, { chatId, reason, now, sentAt })),
    wait: (chatId, notBefore, failures, sentAt) =>
      db.transaction().execute((tx) => wait(tx, { chatId, sentAt }, { notBefore, failures })),
    doubt: (chatId, heldReason, notBefore, sentAt) =>
      db.transaction().execute((tx) => {
        const until = { heldReason, notBefore, failures: 1 };
        return wait(tx, { chatId, sentAt }, until);
      }),
    forbidPictures: (chatId, textOnlyUntil) => change(db, chatId, { textOnlyUntil }),

    revive: (chatId, now) => db.transaction().execute((tx) => revive(tx, chatId, now)),
    formerId: (chatId) => formerId(db, chatId),

    move: (chatId, toChatId, now) =>
      db.transaction().execute((tx) => move(tx, { chatId, toChatId }, now)),
  };
}

async function change(db: Database, chatId: number, changes: Partial<Chat>): Promise<void> {
  await db.updateTable('chat').set(changes).where('id', '=', chatId).execute();
}

async function formerId(db: Database, chatId: number): Promise<number | null> {
  const chat = db.selectFrom('chat').select('formerId').where('id', '=', chatId);
  return (await chat.executeTakeFirst())?.formerId ?? null;
}

async function wait(
  tx: Database,
  { chatId, sentAt = Number.POSITIVE_INFINITY }: { chatId: number; sentAt: EpochMs | undefined },
  until: Partial<Chat>,
): Promise<void> {
  if (!(await hasReturnedSince(tx, chatId, sentAt))) {
    await change(tx, chatId, until);
    await unpark(tx, chatId);
  }
  await endUnderWay(tx, chatId);
}

type Held = { chatId: number; reason: string; now: EpochMs; sentAt: EpochMs };

async function hold(tx: Database, { chatId, reason, now, sentAt }: Held): Promise<void> {
  if (!(await hasReturnedSince(tx, chatId, sentAt))) {
    await change(tx, chatId, { heldAt: now, heldReason: reason });
  }
  await endUnderWay(tx, chatId);
}

async function move(
  tx: Database,
  { chatId, toChatId }: { chatId: number; toChatId: number },
  now: EpochMs,
): Promise<void> {
  await holdFeedsOf(tx, { chatId });
  const old = await tx.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirst();
  if (!old || chatId === toChatId) return;
  // Whatever refused or slowed the old group is over: the new one starts free.
  const free = {
    ...{ heldAt: null, heldReason: null, notBefore: 0, failures: 0 },
    // A group changes its id once: what the ledger knows of it, it knows by the first.
    formerId: chatId,
  };
  await tx
    .insertInto('chat')
    .values({ ...old, ...free, id: toChatId, kind: 'supergroup', createdAt: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(free))
    .execute();
  await moveSubscriptions(tx, chatId, toChatId);
  await moveDeliveries(tx, chatId, toChatId);
  await unpark(tx, toChatId);
  await movePermission(tx, { chatId, toChatId }, now);
  await tx.deleteFrom('chat').where('id', '=', chatId).execute();
}

/** Of a subscription, when its chat becomes another. */
const KEPT = [
  ...(['threadId', 'feedId', 'pausedAt', 'pausedUntil', 'createdAt'] as const),
  ...(['style', 'summary', 'hashtags', 'template'] as const),
  ...(['filter', 'digest'] as const),
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

/** They stay what they are, also to whoever is just sending one of them. */
async function moveDeliveries(tx: Database, chatId: number, toChatId: number): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ chatId: toChatId })
    .where('chatId', '=', chatId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery as already')
            .select('already.id')
            .where('already.chatId', '=', toChatId)
            .whereRef('already.threadId', '=', 'delivery.threadId')
            .whereRef('already.feedId', '=', 'delivery.feedId')
            .whereRef('already.entryId', '=', 'delivery.entryId'),
        ),
      ),
    )
    .execute();
  await tx.deleteFrom('delivery').where('chatId', '=', chatId).execute();
}
