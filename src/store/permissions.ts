import type { EpochMs } from '../model.ts';
import type { Database, Permission } from './schema.ts';
import { endUnderWay } from './underway.ts';

/** Why a chat is held that an owner does not want to be served. */
export const DENIED = 'an owner of this bot denied it';

/** As a list shows it: by the title of the chat where we know that chat. */
export type ShownPermission = Permission & { title: string | null };

/** What owners decided about people and chats, both by their Telegram ids: a person's is that of their private chat. */
export type Permissions = {
  of(ids: number[]): Promise<Permission[]>;
  save(permission: Permission): Promise<void>;
  /** Who waits first, then those let in, then the denied; each by title. Nobody who asked before `askedAfter`. */
  list(askedAfter: EpochMs): Promise<ShownPermission[]>;
};

const ORDER = ['asked', 'allowed', 'denied'];

export function createPermissions(db: Database): Permissions {
  return {
    of: (ids) => db.selectFrom('permission').selectAll().where('id', 'in', ids).execute(),

    async save({ id, ...decided }) {
      await db
        .insertInto('permission')
        .values({ id, ...decided })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(decided))
        .execute();
    },

    async list(askedAfter) {
      const rows = await db
        .selectFrom('permission')
        .leftJoin('chat', 'chat.id', 'permission.id')
        .selectAll('permission')
        .select('chat.title')
        .where((eb) => eb.or([eb('verdict', '!=', 'asked'), eb('at', '>', askedAfter)]))
        .orderBy('chat.title', (order) => order.asc().nullsFirst())
        .orderBy('permission.id')
        .execute();
      return rows.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
    },
  };
}

/** What was decided about a group holds for the supergroup that it became: denied, that gets nothing either. */
export async function movePermission(
  tx: Database,
  { chatId, toChatId }: { chatId: number; toChatId: number },
  now: EpochMs,
): Promise<void> {
  const decided = tx.selectFrom('permission').selectAll().where('id', '=', chatId);
  const permission = await decided.executeTakeFirst();
  if (!permission) return;
  await tx.deleteFrom('permission').where('id', 'in', [chatId, toChatId]).execute();
  await tx
    .insertInto('permission')
    .values({ ...permission, id: toChatId })
    .execute();
  if (permission.verdict !== 'denied') return;
  await tx
    .updateTable('chat')
    .set({ heldAt: now, heldReason: DENIED })
    .where('id', '=', toChatId)
    .execute();
  await endUnderWay(tx, toChatId);
}
