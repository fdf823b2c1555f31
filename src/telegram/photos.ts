import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { EpochMs } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Openings } from './openings.ts';
import type { OpenedPicture } from './pictures.ts';
import type { KnownFiles, Sharing } from './sharing.ts';

/** A call that sends one file, given as a `file_id`, a URL or an upload. */
export type FileCall = (file: string | InputFile) => Promise<Message>;

/** What moves goes as an animation, and as a photo of its beginning where that is refused. */
export type PhotoCalls = { photo: FileCall; animation: FileCall };

/** Photos by URL, each uploaded once. */
export type Photos = { send(url: string, calls: PhotoCalls): Promise<Answer> };

export type PhotosDeps = {
  openings: Openings;
  files: KnownFiles;
  sharing: Sharing;
  now: () => EpochMs;
};

type Shape = keyof PhotoCalls;

export function createPhotos({ openings, files, sharing, now }: PhotosDeps): Photos {
  return {
    send: (url, calls) =>
      sharing.send(url, {
        known: () => sendKnown(url, calls),
        upload: () => upload(url, calls),
      }),
  };

  async function sendKnown(url: string, calls: PhotoCalls): Promise<Answer | null> {
    for (const shape of ['photo', 'animation'] as const) {
      const key = keyOf(shape, url);
      const fileId = await files.fileId(key);
      if (fileId === null) continue;
      const answer = await answerOf(calls[shape](fileId));
      if (answer.kind !== 'picture') return answer;
      await files.forget(key);
    }
    return null;
  }

  async function upload(url: string, calls: PhotoCalls): Promise<Answer> {
    const picture = await openings.open(url);
    if (picture.kind === 'unusable') return { kind: 'picture', reason: picture.reason };
    const moving = picture.kind === 'ready' ? picture.moving : null;
    if (moving) {
      const file = new InputFile(moving, 'animation.gif');
      const answer = await sent(url, 'animation', calls.animation(file));
      if (answer.kind !== 'picture' && answer.kind !== 'noPictures') return answer;
    }
    return sent(url, 'photo', calls.photo(photoOf(url, picture)));
  }

  async function sent(url: string, shape: Shape, call: Promise<Message>): Promise<Answer> {
    const answer = await answerOf(call);
    const fileId = answer.kind === 'sent' ? fileIdOf(answer.message, shape) : undefined;
    if (fileId === undefined) return answer;
    await files.remember(keyOf(shape, url), fileId, now());
    openings.close(url);
    return answer;
  }
}

/** The largest size of a photo; some GIF are kept as documents. */
export function fileIdOf(
  { photo, animation, document }: Message,
  shape: Shape,
): string | undefined {
  if (shape === 'photo') return photo?.at(-1)?.file_id;
  return animation?.file_id ?? document?.file_id;
}

/** Where we are not let in, Telegram's own servers may be. */
function photoOf(url: string, picture: OpenedPicture): string | InputFile {
  return picture.kind === 'ready' ? new InputFile(picture.bytes, picture.name) : url;
}

/** A photo's file is known by the picture's URL alone. */
function keyOf(shape: Shape, url: string): string {
  return shape === 'photo' ? url : `${shape} ${url}`;
}
