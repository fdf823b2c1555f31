import type { Api } from 'grammy';
import { answerOf } from './answer.ts';

/** A file that somebody sent, as the Bot API names it; `file_size` is what it promises. */
export type SentDocument = { file_id: string; file_size?: number };

export type DocumentOutcome =
  | { kind: 'read'; bytes: Uint8Array }
  | { kind: 'tooLarge' }
  /** `reason` is for logs; it holds no token. */
  | { kind: 'failed'; reason: string };

export type ReadDocument = (document: SentDocument, maxBytes: number) => Promise<DocumentOutcome>;

export type ReadDocumentDeps = {
  api: Pick<Api, 'getFile'>;
  token: string;
  apiRoot: string;
  /** Through a proxy; straight when not given. */
  fetch?: typeof globalThis.fetch;
};

const TIMEOUT_MS = 30_000;

/**
 * Reads the files that people send. Not by the guarded HTTP client: they lie where the Bot API is, which its owner
 * chose and which may well be this machine.
 */
export function createReadDocument(deps: ReadDocumentDeps): ReadDocument {
  const { api, token, apiRoot, fetch = globalThis.fetch } = deps;
  return async ({ file_id, file_size = 0 }, maxBytes) => {
    if (file_size > maxBytes) return { kind: 'tooLarge' };
    const found = await answerOf(api.getFile(file_id));
    if (found.kind !== 'sent') return { kind: 'failed', reason: found.kind };
    try {
      const url = `${apiRoot}/file/bot${token}/${found.message.file_path}`;
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!answer.ok) return { kind: 'failed', reason: `HTTP ${answer.status}` };
      return await read(answer, maxBytes);
    } catch (error) {
      // Its message would name the URL, and with it the token.
      return { kind: 'failed', reason: (error as Error).name };
    }
  };
}

async function read({ body }: Response, maxBytes: number): Promise<DocumentOutcome> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { kind: 'tooLarge' };
    chunks.push(chunk);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}
