import type { Http } from '../http.ts';
import type { EpochMs, Post } from '../model.ts';
import { type Albums, albumKey, createAlbums } from './albums.ts';
import { createOpenings } from './openings.ts';
import { createPhotos, type Photos } from './photos.ts';
import type { OpenPicture } from './pictures.ts';
import { createRecordings, type Recordings, recordingKey } from './recordings.ts';
import { createSharing, type KnownFiles } from './sharing.ts';

/** What hangs on posts: each picture and each recording is fetched once and uploaded once, however many chats get it. */
export type Attachments = {
  photos: Photos;
  albums: Albums;
  recordings: Recordings;
  /** Fetches ahead what the post's best rung shows. Resolves when nothing has to be waited for any more; null when
   *  nothing has to be now. Never rejects. */
  prepare(post: Post): Promise<void> | null;
};

export type AttachmentsDeps = {
  openPicture: OpenPicture;
  fetchBytes: Http;
  files: KnownFiles;
  now: () => EpochMs;
};

export function createAttachments(deps: AttachmentsDeps): Attachments {
  const { files, now } = deps;
  const openings = createOpenings(deps);
  const sharing = createSharing(now);
  const parts = { ...{ openings, files, sharing, now }, fetchBytes: deps.fetchBytes };

  return {
    photos: createPhotos(parts),
    albums: createAlbums(parts),
    recordings: createRecordings(parts),
    prepare,
  };

  function prepare({ rungs: [best] }: Post): Promise<void> | null {
    switch (best?.kind) {
      case 'photo':
        return comingOf(best.pictureUrl, [best.pictureUrl]);
      case 'album':
        return comingOf(albumKey(best.pictureUrls), best.pictureUrls);
      case 'audio':
      case 'video':
      case 'animation':
        return comingOf(recordingKey(best.media), []);
      default:
        return null;
    }
  }

  function comingOf(key: string, pictureUrls: string[]): Promise<void> | null {
    if (sharing.isRefused(key)) return null;
    const coming = [sharing.underWay(key), ...pictureUrls.map(openings.ahead)].filter(
      (it) => it !== null,
    );
    return coming.length === 0 ? null : Promise.allSettled(coming).then(() => undefined);
  }
}
