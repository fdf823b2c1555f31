import type { EpochMs } from '../model.ts';
import type { Answer } from './answer.ts';

/** Which Telegram file a picture or a recording has become, so that it is uploaded once. */
export type KnownFiles = {
  fileId(url: string): Promise<string | null>;
  remember(url: string, fileId: string, now: EpochMs): Promise<void>;
  /** Telegram no longer knows the file. */
  forget(url: string): Promise<void>;
};

/** The two ways to send what many chats get. */
export type Ways = {
  /** By `file_id`; null when there is none, or when Telegram no longer knows it. */
  known(): Promise<Answer | null>;
  upload(): Promise<Answer>;
};

/** The first chat uploads, whoever comes meanwhile waits for the file, all others name it. */
export type Sharing = {
  send(key: string, ways: Ways): Promise<Answer>;
  /** Resolves when the upload has ended; null when none is under way. */
  underWay(key: string): Promise<unknown> | null;
  isRefused(key: string): boolean;
};

/** What could not be had is not tried again at once for every other chat. */
const REFUSED_MS = 10 * 60_000;
const REFUSALS_KEPT = 1_000;

export function createSharing(now: () => EpochMs): Sharing {
  const uploads = new Map<string, Promise<Answer>>();
  const refusedUntil = new Map<string, EpochMs>();

  return { send, underWay: (key) => uploads.get(key) ?? null, isRefused };

  function isRefused(key: string): boolean {
    return (refusedUntil.get(key) ?? 0) > now();
  }

  async function send(key: string, ways: Ways): Promise<Answer> {
    if (isRefused(key)) return { kind: 'picture', reason: 'was refused a moment ago' };
    const known = await ways.known();
    if (known) return known;
    const underWay = uploads.get(key);
    if (!underWay) return upload(key, ways);
    const first = await underWay;
    if (first.kind === 'picture') return first;
    // An outage is everybody's: else each chat in turn would wait for it to time out anew.
    if (first.kind === 'passing' || first.kind === 'uncertain') {
      return { kind: 'passing', reason: first.reason };
    }
    // Whether the first upload ended in a file or in a flood of its own chat, this chat has its own turn now.
    return send(key, ways);
  }

  function upload(key: string, ways: Ways): Promise<Answer> {
    const underWay = ways
      .upload()
      .then((answer) => remembered(key, answer))
      .finally(() => uploads.delete(key));
    uploads.set(key, underWay);
    return underWay;
  }

  function remembered(key: string, answer: Answer): Answer {
    if (answer.kind !== 'picture') return answer;
    if (refusedUntil.size >= REFUSALS_KEPT) refusedUntil.clear();
    refusedUntil.set(key, now() + REFUSED_MS);
    return answer;
  }
}
