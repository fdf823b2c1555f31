import type { EpochMs } from '../model.ts';
import type { Database } from './schema.ts';

/** Which Telegram file a picture has become: uploaded once, then named by its `file_id` in every other chat. */
export type PictureFiles = {
  fileId(url: string): Promise<string | null>;
  remember(url: string, fileId: string, now: EpochMs): Promise<void>;
  /** Telegram no longer knows the file. */
  forget(url: string): Promise<void>;
};

export function createPictureFiles(db: Database): PictureFiles {
  return {
    async fileId(url) {
      if (isTooLong(url)) return null;
      const row = await db
        .selectFrom('picture')
        .select('fileId')
        .where('url', '=', url)
        .executeTakeFirst();
      return row?.fileId ?? null;
    },
    async remember(url, fileId, storedAt) {
      if (isTooLong(url)) return;
      await db
        .insertInto('picture')
        .values({ url, fileId, storedAt })
        .onConflict((conflict) => conflict.column('url').doUpdateSet({ fileId, storedAt }))
        .execute();
    },
    async forget(url) {
      await db.deleteFrom('picture').where('url', '=', url).execute();
    },
  };
}

/** No index of a database takes a key of any length; such a picture is uploaded each time. */
function isTooLong(url: string): boolean {
  return url.length > 2_000;
}
