import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { Http } from '../http.ts';
import type { EpochMs, Media } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { FileCall } from './photos.ts';
import type { KnownFiles, Sharing } from './sharing.ts';
import { createTurns } from './turns.ts';

/** Recordings by URL: Telegram fetches them itself, and what it cannot get is fetched and uploaded here. */
export type Recordings = { send(media: Media, call: FileCall): Promise<Answer> };

export type RecordingsDeps = {
  fetchBytes: Http;
  files: KnownFiles;
  sharing: Sharing;
  now: () => EpochMs;
};

/** What Telegram fetches by itself (core.telegram.org/bots/api#sending-files), and all we hold in memory. */
const RECORDING_BYTES = 20_000_000;
const FETCH_MS = 30_000;
/** Held in memory at the same time. */
const AT_ONCE = 2;

export function createRecordings({ fetchBytes, files, sharing, now }: RecordingsDeps): Recordings {
  const turns = createTurns(AT_ONCE);

  return {
    async send(media, call) {
      if ((media.sizeBytes ?? 0) > RECORDING_BYTES) return refusal(`${media.sizeBytes} bytes`);
      return sharing.send(recordingKey(media), {
        known: () => sendKnown(media, call),
        upload: () => upload(media, call),
      });
    },
  };

  async function sendKnown(media: Media, call: FileCall): Promise<Answer | null> {
    const key = recordingKey(media);
    const fileId = await files.fileId(key);
    if (fileId === null) return null;
    const answer = await answerOf(call(fileId));
    if (answer.kind !== 'picture') return answer;
    await files.forget(key);
    return null;
  }

  async function upload(media: Media, call: FileCall): Promise<Answer> {
    let answer = await answerOf(call(media.url));
    if (answer.kind === 'picture') answer = await turns(() => uploadOurs(media, call));
    const fileId = answer.kind === 'sent' ? fileIdOf(answer.message) : undefined;
    if (fileId) await files.remember(recordingKey(media), fileId, now());
    return answer;
  }

  async function uploadOurs({ url, kind }: Media, call: FileCall): Promise<Answer> {
    const outcome = await fetchBytes({
      url,
      accept: `${kind === 'audio' ? 'audio' : 'video'}/*`,
      maxBytes: RECORDING_BYTES,
      timeoutMs: FETCH_MS,
    });
    if (outcome.kind === 'failed') return refusal(outcome.reason);
    if (outcome.status !== 200) return refusal(`HTTP ${outcome.status}`);
    const name = recordingName(outcome.body);
    if (name === null) return refusal('not a recording');
    return answerOf(call(new InputFile(outcome.body, name)));
  }
}

/** Other than a picture's: the same address may be both. */
export function recordingKey({ kind, url }: Media): string {
  return `${kind} ${url}`;
}

function fileIdOf({ audio, video, animation, document }: Message): string | undefined {
  return (audio ?? video ?? animation ?? document)?.file_id;
}

/** Told by the first bytes: servers answer with pages, and name types as they like. */
function recordingName(bytes: Uint8Array): string | null {
  const [head, brand] = [latin(bytes.subarray(0, 3)), latin(bytes.subarray(4, 12))];
  if (head === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0))
    return 'audio.mp3';
  if (!brand.startsWith('ftyp')) return null;
  return brand.startsWith('ftypM4A') ? 'audio.m4a' : 'video.mp4';
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function refusal(reason: string): Answer {
  return { kind: 'picture', reason };
}
