import { type Kysely, sql } from 'kysely';
import { byAddress } from './addressindex.ts';

/** What entries are recognised by when their ids change, and when feeds are to be asked. */
export async function addMarksAndWishes(db: Kysely<unknown>): Promise<void> {
  const entry = () => db.schema.alterTable('entry');
  await entry().addColumn('linkKey', 'text').execute();
  await entry().addColumn('titleKey', 'text').execute();
  await entry().addColumn('published', 'bigint').execute();
  await entry()
    .addColumn('listedAt', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update entry set ${sql.ref('listedAt')} = ${sql.ref('seenAt')}`.execute(db);
  await byAddress(db, 'entry_linkKey', { before: ['feedId'], column: 'linkKey' });
  for (const key of ['titleKey', 'listedAt']) {
    await db.schema.createIndex(`entry_${key}`).on('entry').columns(['feedId', key]).execute();
  }

  const feed = () => db.schema.alterTable('feed');
  await feed().addColumn('rhythm', 'text').execute();
  await feed().addColumn('schedule', 'text').execute();
  await feed().addColumn('freshAt', 'bigint').execute();
  await feed().addColumn('movedTo', 'text').execute();
  await feed()
    .addColumn('movedTimes', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await feed().addColumn('goneAt', 'bigint').execute();
}
