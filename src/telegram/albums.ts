import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { EpochMs } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Openings } from './openings.ts';
import { fileIdOf } from './photos.ts';
import type { KnownFiles, Sharing } from './sharing.ts';

/** A call that sends an album of `file_id`s and uploads, and answers its messages in their order. */
export type AlbumCall = (photos: (string | InputFile)[]) => Promise<Message[]>;

/** Albums by the URLs of their pictures. A picture that cannot be had is left out; one alone is no album. */
export type Albums = { send(urls: string[], call: AlbumCall): Promise<Answer> };

export type AlbumsDeps = {
  openings: Openings;
  files: KnownFiles;
  sharing: Sharing;
  now: () => EpochMs;
};

/** core.telegram.org/bots/api#sendmediagroup */
const LEAST = 2;
const MOST = 10;

type Place = { url: string; photo: string | InputFile };

export function createAlbums({ openings, files, sharing, now }: AlbumsDeps): Albums {
  /** Which pictures could be had, by the whole album: the next chat gets the same ones. */
  return {
    send: (urls, call) =>
      sharing.send(albumKey(urls), {
        known: () => sendKnown(urls, call),
        upload: () => upload(urls, call),
      }),
  };

  async function sendKnown(urls: string[], call: AlbumCall): Promise<Answer | null> {
    const told = await files.fileId(albumKey(urls));
    const fileIds = told?.split(' ') ?? [];
    if (fileIds.length < LEAST) return null;
    const answer = await answerOf(call(fileIds));
    if (answer.kind !== 'picture') return first(answer);
    await files.forget(albumKey(urls));
    for (const url of urls) await files.forget(url);
    return null;
  }

  async function upload(urls: string[], call: AlbumCall): Promise<Answer> {
    const places = await placesFor(urls.slice(0, MOST));
    if (places.length < LEAST) {
      return { kind: 'picture', reason: `${places.length} of ${urls.length} pictures usable` };
    }
    const answer = await answerOf(call(places.map(({ photo }) => photo)));
    if (answer.kind === 'sent') await remember(urls, places, answer.message);
    return first(answer);
  }

  /** Never by URL: one picture that Telegram cannot fetch would fail them all. */
  async function placesFor(urls: string[]): Promise<Place[]> {
    const places: Place[] = [];
    for (const url of urls) {
      const fileId = await files.fileId(url);
      const picture = fileId === null ? await openings.open(url) : null;
      if (fileId !== null) places.push({ url, photo: fileId });
      else if (picture?.kind === 'ready') {
        places.push({ url, photo: new InputFile(picture.bytes, picture.name) });
      }
    }
    return places;
  }

  async function remember(urls: string[], places: Place[], messages: Message[]): Promise<void> {
    const fileIds = messages.map((message) => fileIdOf(message, 'photo'));
    for (const [index, { url }] of places.entries()) {
      const fileId = fileIds[index];
      if (fileId === undefined) return;
      await files.remember(url, fileId, now());
      openings.close(url);
    }
    await files.remember(albumKey(urls), fileIds.join(' '), now());
  }
}

export function albumKey(urls: string[]): string {
  return `album ${urls.join(' ')}`;
}

/** An album stands where its first picture does. */
function first(answer: Answer<Message[]>): Answer {
  if (answer.kind !== 'sent') return answer;
  const [message] = answer.message;
  if (message === undefined) throw new Error('Telegram answered an album without messages');
  return { kind: 'sent', message };
}
