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
      const row = await db
        .selectFrom('picture')
        .select('fileId')
        .where('url', '=', url)
        .executeTakeFirst();
      return row?.fileId ?? null;
    },
    async remember(url, fileId, storedAt) {
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
