// The thread in which web pages are read: a giant among them may take seconds, and a hostile one for ever.

import { type MessagePort, parentPort } from 'node:worker_threads';
import { readPage } from '../article/page.ts';
import { readArticle } from '../article/read.ts';
import { type Whole, wholeOf } from '../article/whole.ts';
import { decodeText } from '../feed/decode.ts';
import type { Article, Entry } from '../model.ts';

/** A page as it was fetched; `teaser`: the article that its text is to complete, if there is one. */
export type PageSource = {
  bytes: Uint8Array;
  contentType: string | null;
  url: string;
  teaser: Article | null;
};

/** An entry whose HTML is too long for the event loop. */
export type EntrySource = { entry: Entry; repeated: ReadonlySet<string> };

if (parentPort) serve(parentPort);

/** Answers each page or entry with a `Whole`, and says first that it is ready. */
function serve(port: MessagePort): void {
  port.on('message', (source: PageSource | EntrySource) =>
    port.postMessage('entry' in source ? readGiant(source) : read(source)),
  );
  port.postMessage('ready');
}

function readGiant({ entry, repeated }: EntrySource): Whole {
  return { kind: 'article', article: readArticle(entry, { repeated }) };
}

function read({ bytes, contentType, url, teaser }: PageSource): Whole {
  const page = readPage(decodeText(bytes, contentType), url);
  if (teaser) return wholeOf(teaser, page);
  if (!page) return { kind: 'left', reason: 'nothing' };
  const { entry, gate } = page;
  if (gate && entry.summary === '') return { kind: 'left', reason: gate };
  return { kind: 'article', article: readArticle(entry) };
}
