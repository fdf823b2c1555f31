import { type Kysely, sql } from 'kysely';

/** How and when what is owed goes out, and what must survive a crash between two steps of that. */
export async function addDeliveryWishes(db: Kysely<unknown>): Promise<void> {
  const chat = () => db.schema.alterTable('chat');
  for (const wish of ['digest', 'quiet', 'quietMode', 'repeats']) {
    await chat().addColumn(wish, 'text').execute();
  }
  await chat()
    .addColumn('quietUntil', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await chat().addColumn('returnedAt', 'bigint').execute();
  await chat().addColumn('formerId', 'bigint').execute();
  await db.schema.alterTable('subscription').addColumn('digest', 'text').execute();

  const delivery = () => db.schema.alterTable('delivery');
  await delivery().addColumn('bundle', 'text').execute();
  await delivery().addColumn('takenAt', 'bigint').execute();
  await db.schema
    .createIndex('deliveryUnderWay')
    .on('delivery')
    .column('chatId')
    .where(sql.ref('takenAt'), 'is not', null)
    .execute();
  await addLines(db);

  await db.schema
    .createTable('pace')
    .addColumn('chatId', 'bigint', (c) => c.primaryKey())
    .addColumn('lastAt', 'bigint', (c) => c.notNull())
    .addColumn('moments', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('inbox')
    .addColumn('updateId', 'bigint', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('doneAt', 'bigint')
    .execute();
}

/** What is due of each feed, oldest first, and what is parked beside it; whom a look has to wait for. */
async function addLines(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('parkedUntil', 'bigint').execute();
  await db.schema
    .createIndex('deliveryLine')
    .on('delivery')
    .columns(['feedId', 'dueAt', 'id'])
    .where(sql.ref('deadAt'), 'is', null)
    .where(sql.ref('parkedUntil'), 'is', null)
    .execute();
  await db.schema
    .createIndex('deliveryParked')
    .on('delivery')
    .column('parkedUntil')
    .where(sql.ref('parkedUntil'), 'is not', null)
    .execute();
  for (const wait of ['notBefore', 'quietUntil']) {
    await db.schema
      .createIndex(`chat_${wait}`)
      .on('chat')
      .column(wait)
      .where(sql.ref('heldAt'), 'is', null)
      .execute();
  }
}
