import { Api } from 'grammy';
import type { Post, Rung } from '../../src/model.ts';
import { createTelegram } from '../../src/playground/bot-api.ts';
import { createAttachments } from '../../src/telegram/attachments.ts';
import { createSendPost, type SendOutcome } from '../../src/telegram/send.ts';
import { ANNA, picture, TOKEN } from '../playground/telegram.ts';
import { type Call, faultsOfCalls, type Refused } from './calls.ts';

/** Articles that a property is tried with; more of them with `RUNS=20000 vitest run test/post/refused.test.ts`. */
export const RUNS = Number(process.env.RUNS ?? 150);
export const TIMEOUT_MS = 30_000 + RUNS * 200;

/** The playground's Telegram, reached as the program reaches it but within this process, so that thousands of messages
 *  take seconds. Every picture and every recording is one that it knows. */
export type StrictTelegram = {
  send(post: Post): Promise<SendOutcome>;
  /** What is wrong with a rung in Telegram's eyes, in our own checker's or in a reader's, who is to see our words. */
  faultsOf(rung: Rung): Promise<string[]>;
};

/** What is answered to a call in Telegram's stead; null lets it pass. */
type Refuse = (call: Pick<Call, 'method' | 'payload'>) => Refused | null;

export async function openStrictTelegram(refuse: Refuse = () => null): Promise<StrictTelegram> {
  const now = () => 1e12;
  const bytes = await picture(4, 4, 'png');
  const fetchPicture = async (url: string) => ({
    ...{ status: 200, contentType: TYPES.get(url) ?? 'image/png', bytes },
  });
  const { world, routes } = createTelegram({ now, token: TOKEN, paced: false, fetchPicture });
  world.addUser({ id: ANNA, first_name: 'Anna' });
  world.addChat({ id: ANNA, type: 'private' });
  const api = new Api(TOKEN, { apiRoot: 'http://telegram.example', fetch: within(routes) });
  const sendPost = createSendPost({ api, attachments: knownAttachments(await uploaded(api), now) });
  const send = (post: Post) => sendPost({ chatId: ANNA, threadId: 0, pictures: 'wanted' }, post);

  let calls: Call[] = [];
  api.config.use(async (previous, method, payload, signal) => {
    const call = { method, payload: payload as Call['payload'] };
    const refused = refuse(call);
    const answer = refused ?? (await previous(method, payload, signal));
    calls.push({ ...call, answer: answer as Call['answer'] });
    return answer as Awaited<ReturnType<typeof previous>>;
  });
  return {
    send,
    async faultsOf(rung) {
      const lints = world.lints.length;
      calls = [];
      await send({ rungs: [withoutSize(rung)] });
      return [...world.lints.slice(lints), ...faultsOfCalls(rung, calls)];
    },
  };
}

/** A recording that says it is too large is not even tried. */
function withoutSize(rung: Rung): Rung {
  return 'media' in rung ? { ...rung, media: { ...rung.media, sizeBytes: null } } : rung;
}

type Files = Record<'photo' | 'audio' | 'video' | 'animation', string>;

const AUDIO = 'https://paper.example/audio.mp3';
const VIDEO = 'https://paper.example/video.mp4';
const TYPES = new Map([
  [AUDIO, 'audio/mpeg'],
  [VIDEO, 'video/mp4'],
]);

/** The same small file as everything it can be. */
async function uploaded(api: Api): Promise<Files> {
  const { photo } = await api.sendPhoto(ANNA, 'https://paper.example/photo.png');
  const { audio } = await api.sendAudio(ANNA, AUDIO);
  const { video } = await api.sendVideo(ANNA, VIDEO);
  const { animation } = await api.sendAnimation(ANNA, VIDEO);
  return {
    ...{ photo: photo.at(-1)?.file_id ?? '', audio: audio.file_id, video: video.file_id },
    animation: animation.file_id,
  };
}

/** Nothing is fetched: it has been, long ago. */
function knownAttachments(files: Files, now: () => number) {
  const openPicture = async () => ({ kind: 'unusable' as const, reason: 'nothing is fetched' });
  const fetchBytes = async () => ({
    ...{ kind: 'failed' as const, reason: 'connect' as const, detail: '' },
  });
  const fileId = async (key: string) => {
    const [kind = '', ...urls] = key.split(' ');
    if (kind === 'album') return urls.map(() => files.photo).join(' ');
    return files[kind as keyof Files] ?? files.photo;
  };
  const forgetful = { remember: async () => {}, forget: async () => {} };
  return createAttachments({
    ...{ openPicture, fetchBytes, now },
    files: { fileId, ...forgetful },
  });
}

function within({ fetch }: { fetch: (request: Request) => Response | Promise<Response> }) {
  return (async (url: string, { method, headers, body }: RequestInit) =>
    fetch(
      new Request(url, { method, headers, body } as RequestInit),
    )) as unknown as typeof globalThis.fetch;
}
