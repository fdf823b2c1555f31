import { type ExpressionBuilder, sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import { feedTitle, withoutKeys } from './feeds.ts';
import { type Wanted, wanted } from './filters.ts';
import { type WishedLook, wishedLook } from './looks.ts';
import { type OwedContent, readable, told } from './owedcontent.ts';
import type { Chat, Database, Delivery, Schema, Subscription } from './schema.ts';

/** A delivery with all that is needed to send it. */
export type OwedDelivery = Omit<Delivery, 'notice'> &
  WishedLook &
  Wanted & {
    chat: Chat;
    feedTitle: string;
    feedUrl: string;
    ownDigest: Subscription['digest'];
    content: OwedContent;
    /** More than `CROWD` posts are due at its place. */
    isInCrowd: boolean;
  };

/** So many posts due at one place at once still come each by itself. */
export const CROWD = 10;

export async function loadOwed(db: Database, ids: number[], now: EpochMs): Promise<OwedDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('delivery')
    .leftJoin('entry', (join) =>
      join.onRef('entry.feedId', '=', 'delivery.feedId').onRef('entry.id', '=', 'delivery.entryId'),
    )
    .innerJoin('feed', 'feed.id', 'delivery.feedId')
    .leftJoin('subscription', (join) =>
      join
        .onRef('subscription.chatId', '=', 'delivery.chatId')
        .onRef('subscription.threadId', '=', 'delivery.threadId')
        .onRef('subscription.feedId', '=', 'delivery.feedId'),
    )
    .selectAll('delivery')
    .select(['entry.article', 'entry.token', 'entry.story', 'feed.url as feedUrl', feedTitle])
    .select('subscription.digest as ownDigest')
    .select(wishedLook)
    .select(wanted)
    .select((eb) => isInCrowd(eb, now).as('isInCrowd'))
    .where('delivery.id', 'in', ids)
    .orderBy('delivery.id')
    .execute();
  // They may have been settled since they were found.
  if (rows.length === 0) return [];
  const chats = await db
    .selectFrom('chat')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map(({ chatId }) => chatId),
    )
    .execute();
  const chatOf = new Map(chats.map((chat) => [chat.id, chat]));
  const owed: OwedDelivery[] = [];
  for (const { article, token, story, notice, ...row } of rows) {
    const chat = chatOf.get(row.chatId);
    const stored = { entryId: row.entryId, article, token, story };
    const content = notice === null ? readable(stored) : await told(db, row.feedId, notice);
    const shown = { feedTitle: withoutKeys(row.feedTitle), isInCrowd: Boolean(row.isInCrowd) };
    if (chat) owed.push({ ...row, ...shown, chat, content });
  }
  return owed;
}

/** Whether a post is due at once with more than `CROWD` others; it counts no further, however many there are. */
function isInCrowd(eb: ExpressionBuilder<Schema, 'delivery'>, now: EpochMs) {
  const others = eb
    .selectFrom('delivery as other')
    .select('other.id')
    .whereRef('other.chatId', '=', 'delivery.chatId')
    .whereRef('other.threadId', '=', 'delivery.threadId')
    .where('other.deadAt', 'is', null)
    .where('other.dueAt', '<=', now)
    .where(comesAtOnce('other'))
    .orderBy('other.id')
    .limit(1)
    .offset(CROWD);
  return sql<number>`case when ${sql.ref('delivery.bundle')} is null
    and ${sql.ref('delivery.notice')} is null then exists ${others} else false end`;
}

/** A post of its own, of a feed of which no digests are wanted there. */
export function comesAtOnce(delivery: string) {
  const column = (name: string) => sql.ref(`${delivery}.${name}`);
  return sql<boolean>`(${column('bundle')} is null and ${column('notice')} is null
    and ${digestOf(delivery)} = 'off')`;
}

/** When digests of its feed are wanted at its place. */
export function digestOf(delivery: string) {
  const column = (name: string) => sql.ref(`${delivery}.${name}`);
  return sql<string>`coalesce(
    (select wishing.digest from subscription as wishing
      where wishing.${sql.ref('chatId')} = ${column('chatId')}
        and wishing.${sql.ref('threadId')} = ${column('threadId')}
        and wishing.${sql.ref('feedId')} = ${column('feedId')}),
    (select asked.digest from chat as asked where asked.id = ${column('chatId')}),
    'off')`;
}
