import type { Kysely } from 'kysely';
import { byAddress } from './addressindex.ts';
import { isPostgres } from './dialect.ts';

/** How posts look, by feed, chat and subscription; where full texts come from; which entries tell one story. */
export async function addLooks(db: Kysely<unknown>): Promise<void> {
  await addText(db, 'feed', ['style', 'summary', 'fulltext', 'furniture']);
  await addText(db, 'chat', ['style', 'summary', 'hashtags', 'stories']);
  await addText(db, 'subscription', ['style', 'summary', 'hashtags', 'template']);
  await addText(db, 'entry', ['shown', 'story']);
  await db.schema
    .alterTable('entry')
    .addColumn('revisions', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('entryStory').on('entry').columns(['story', 'at']).execute();
  if (!isPostgres(db)) await byAddress(db, 'entryLinked', { column: 'linkKey', beside: ['at'] });

  await db.schema
    .createTable('sketch')
    .addColumn('band', 'text', (c) => c.notNull())
    .addColumn('feedId', 'integer', (c) => c.notNull().references('feed.id').onDelete('cascade'))
    .addColumn('entryId', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('sketchKey', ['band', 'feedId', 'entryId'])
    .execute();
  await db.schema.createIndex('sketchAt').on('sketch').column('at').execute();
  await reshapeArticles(db as Kysely<Stored>);
}

async function addText(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  for (const column of columns) {
    await db.schema.alterTable(table).addColumn(column, 'text').execute();
  }
}

type Stored = { entry: { feedId: number; id: string; article: string | null } };

/** Articles of before had one lead, and neither further pictures nor recordings. Feed by feed, for there may be many. */
async function reshapeArticles(db: Kysely<Stored>): Promise<void> {
  const feeds = await db.selectFrom('entry').select('feedId').distinct().execute();
  for (const { feedId } of feeds) await reshapeArticlesOf(db, feedId);
}

async function reshapeArticlesOf(db: Kysely<Stored>, feedId: number): Promise<void> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'article'])
    .where('feedId', '=', feedId)
    .where('article', 'is not', null)
    .execute();
  for (const { id, article } of rows) {
    const { lead, ...kept } = JSON.parse(article ?? '{}') as { lead?: string };
    const leads = { short: lead, normal: lead, long: lead };
    const reshaped = { ...kept, leads, pictures: [], media: null, categories: [] };
    await db
      .updateTable('entry')
      .set({ article: JSON.stringify(reshaped) })
      .where('feedId', '=', feedId)
      .where('id', '=', id)
      .execute();
  }
}
