import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { EpochMs } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { OpenPicture } from './pictures.ts';

/** Which Telegram file a picture has become, so that it is uploaded once. */
export type PictureFiles = {
  fileId(url: string): Promise<string | null>;
  remember(url: string, fileId: string, now: EpochMs): Promise<void>;
  /** Telegram no longer knows the file. */
  forget(url: string): Promise<void>;
};

/** A call that sends one photo, given as a `file_id`, a URL or an upload. */
export type PhotoCall = (photo: string | InputFile) => Promise<Message>;

/** Photos by URL: the first chat uploads, whoever comes meanwhile waits for its `file_id`, all others name it. */
export type Photos = { send(url: string, call: PhotoCall): Promise<Answer> };

export type PhotosDeps = { openPicture: OpenPicture; files: PictureFiles; now: () => EpochMs };

/** A picture that could not be had is not tried again at once for every other chat. */
const REFUSED_MS = 10 * 60_000;
const REFUSALS_KEPT = 1_000;

export function createPhotos({ openPicture, files, now }: PhotosDeps): Photos {
  const uploads = new Map<string, Promise<Answer>>();
  const refusedUntil = new Map<string, EpochMs>();

  return { send };

  async function send(url: string, call: PhotoCall): Promise<Answer> {
    if ((refusedUntil.get(url) ?? 0) > now()) return refusal('was refused a moment ago');
    const known = await sendKnown(url, call);
    if (known) return known;
    const underWay = uploads.get(url);
    if (!underWay) return upload(url, call);
    const first = await underWay;
    if (first.kind === 'picture') return first;
    // An outage is everybody's: else each chat in turn would wait for it to time out anew.
    if (first.kind === 'passing' || first.kind === 'uncertain') {
      return { kind: 'passing', reason: first.reason };
    }
    // Whether the first upload ended in a file or in a flood of its own chat, this chat has its own turn now.
    return send(url, call);
  }

  async function sendKnown(url: string, call: PhotoCall): Promise<Answer | null> {
    const fileId = await files.fileId(url);
    if (fileId === null) return null;
    const answer = await answerOf(call(fileId));
    if (answer.kind !== 'picture') return answer;
    await files.forget(url);
    return null;
  }

  function upload(url: string, call: PhotoCall): Promise<Answer> {
    const underWay = uploadNow(url, call).finally(() => uploads.delete(url));
    uploads.set(url, underWay);
    return underWay;
  }

  async function uploadNow(url: string, call: PhotoCall): Promise<Answer> {
    const picture = await openPicture(url);
    if (picture.kind === 'unusable') return remembered(url, refusal(picture.reason));
    // Where we are not let in, Telegram's own servers may be.
    const photo = picture.kind === 'ready' ? new InputFile(picture.bytes, picture.name) : url;
    const answer = await answerOf(call(photo));
    if (answer.kind === 'picture') return remembered(url, answer);
    const fileId = answer.kind === 'sent' ? answer.message.photo?.at(-1)?.file_id : undefined;
    if (fileId) await files.remember(url, fileId, now());
    return answer;
  }

  function remembered(url: string, answer: Answer): Answer {
    if (refusedUntil.size >= REFUSALS_KEPT) refusedUntil.clear();
    refusedUntil.set(url, now() + REFUSED_MS);
    return answer;
  }
}

function refusal(reason: string): Answer {
  return { kind: 'picture', reason };
}
