import type { Kysely } from 'kysely';
import { isPostgres } from './dialect.ts';

type AddressIndex = { column: 'link' | 'linkKey'; beside?: string[]; before?: string[] };

/** An index by addresses, which have any length: PostgreSQL keeps no more than 2,700 bytes of a row in order, but hashes
 *  of whatever is only compared. */
export async function byAddress(
  db: Kysely<unknown>,
  name: string,
  { column, before = [], beside = [] }: AddressIndex,
): Promise<void> {
  const index = db.schema.createIndex(name).on('entry');
  if (isPostgres(db)) await index.using('hash').column(column).execute();
  else await index.columns([...before, column, ...beside]).execute();
}
