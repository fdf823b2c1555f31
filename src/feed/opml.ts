import { Parser } from 'htmlparser2';
import { categoryPath, type ListedFeed, oneLine, plainText, readOutline } from './outline.ts';

/** What was left out, or is not to be trusted: the document is no OPML; it breaks off; an address is none, or comes
 *  again; there are more feeds, or they lie deeper, than we read. */
export type OpmlFault =
  | { kind: 'notOpml' | 'cutOff' | 'tooMany' | 'tooDeep' }
  | { kind: 'badUrl' | 'duplicate'; url: string; title: string };

export type Opml = { title: string; feeds: ListedFeed[]; faults: OpmlFault[] };

/** Reads OPML 1.0 and 2.0 as readers and bots write it, well-formed or not, as far as it goes. Never throws. */
export function parseOpml(text: string): Opml {
  const reading = createReading();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        reading.open(name, attributes);
        if (reading.isOver()) parser.pause();
      },
      onclosetag: reading.close,
      ontext: reading.text,
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  if (!reading.isOver()) parser.end();
  return reading.end();
}

/** OPML 2.0 that `parseOpml` reads back: the same feeds, those of one category together. */
export function writeOpml({ title, feeds }: Pick<Opml, 'title' | 'feeds'>): string {
  const root = createFolder();
  for (const feed of feeds) folderOf(root, feed.category).feeds.push(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeXml(title)}</title>`,
    '  </head>',
    '  <body>',
    ...folderLines(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

const MAX_FEEDS = 10_000;
/** htmlparser2 searches its stack for each end tag: this keeps that cheap. */
const MAX_DEPTH = 500;
const MAX_TITLE_LENGTH = 500;

/** What has been read of a document so far. */
function createReading() {
  const opml: Opml = { title: '', feeds: [], faults: [] };
  const seen = new Set<string>();
  /** The names of the outlines around; '' for those that make no category. */
  const around: string[] = [];
  let depth = 0;
  let state: 'before' | 'within' | 'closed' | 'over' = 'before';
  let isTitle = false;

  return { open, close, text, isOver: () => state === 'over', end };

  function open(name: string, attributes: Record<string, string>): void {
    depth += 1;
    if (state === 'before' && /^(opml|outline)$/.test(name)) state = 'within';
    isTitle = name === 'title' && around.length === 0;
    if (depth > MAX_DEPTH) stop('tooDeep');
    else if (name === 'outline') openOutline(attributes);
  }

  function openOutline(attributes: Record<string, string>): void {
    const outline = readOutline(attributes, around);
    around.push(outline.kind === 'category' ? outline.name : '');
    if (outline.kind === 'badUrl') opml.faults.push(outline);
    else if (outline.kind === 'feed') add(outline.feed);
  }

  function add(feed: ListedFeed): void {
    const { url, title } = feed;
    if (seen.has(url)) opml.faults.push({ kind: 'duplicate', url, title });
    else if (seen.size === MAX_FEEDS) stop('tooMany');
    else opml.feeds.push(feed);
    seen.add(url);
  }

  function close(name: string, isImplied: boolean): void {
    depth -= 1;
    isTitle = false;
    if (name === 'outline') around.pop();
    else if (state === 'within' && !isImplied && /^(opml|body)$/.test(name)) state = 'closed';
  }

  function text(part: string): void {
    if (isTitle && opml.title.length < MAX_TITLE_LENGTH) opml.title += part;
  }

  function stop(kind: 'tooMany' | 'tooDeep'): void {
    state = 'over';
    opml.faults.push({ kind });
  }

  function end(): Opml {
    if (state === 'before') opml.faults.push({ kind: 'notOpml' });
    if (state === 'within') opml.faults.push({ kind: 'cutOff' });
    return { ...opml, title: plainText(opml.title) };
  }
}

type Folder = { folders: Map<string, Folder>; feeds: ListedFeed[] };

function createFolder(): Folder {
  return { folders: new Map(), feeds: [] };
}

function folderOf(root: Folder, category: string | null): Folder {
  let folder = root;
  for (const name of categoryPath([category ?? ''])?.split('/') ?? []) {
    const inner = folder.folders.get(name) ?? createFolder();
    folder.folders.set(name, inner);
    folder = inner;
  }
  return folder;
}

function folderLines({ folders, feeds }: Folder, indent: string): string[] {
  const categories = [...folders].flatMap(([name, folder]) => [
    `${indent}<outline ${attributesOf({ text: name, title: name })}>`,
    ...folderLines(folder, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...feeds.map((feed) => `${indent}<outline ${feedAttributes(feed)}/>`), ...categories];
}

/** `text` is required by OPML and shown by readers: without a title the address stands there. */
function feedAttributes({ url, title, siteUrl }: ListedFeed): string {
  const named = { type: 'rss', text: title || url, title: title || url, xmlUrl: url };
  return attributesOf(siteUrl === null ? named : { ...named, htmlUrl: siteUrl });
}

function attributesOf(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(' ');
}

function escapeXml(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
