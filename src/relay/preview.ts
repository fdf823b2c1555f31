import { parseArchivedFile } from '../article/archive.ts';
import { learnFurniture, recurringEnds } from '../article/furniture.ts';
import { readArticle } from '../article/read.ts';
import { decodeText } from '../feed/decode.ts';
import { parseFeed } from '../feed/parse.ts';
import type { Http } from '../http.ts';
import type {
  Article,
  Button,
  Entry,
  EpochMs,
  FormattedText,
  PostStyle,
  Rung,
  SummaryLength,
} from '../model.ts';
import { pagesOf } from '../post/pages.ts';
import { renderPost } from '../post/render.ts';
import type { Pages } from './pages.ts';

export type PreviewDeps = {
  http: Http;
  pages: Pages;
  /** null when there is no such file. */
  readFile: (path: string) => Uint8Array | null;
  now: EpochMs;
  timeZone: string;
  entries: 'newest' | 'all';
  style: PostStyle;
  summary: SummaryLength;
};

export type PreviewOutcome = { kind: 'text'; text: string } | { kind: 'failed'; reason: string };

type Document = { text: string; url: string; contentType: string | null };
type Source = { title: string; entries: Entry[] };

/** What would become of a feed, an article's page or an archived file: article, Markdown and post, as text. */
export async function preview(what: string, deps: PreviewDeps): Promise<PreviewOutcome> {
  const document = /^https?:\/\//i.test(what) ? await download(what, deps) : readHere(what, deps);
  if (typeof document === 'string') return { kind: 'failed', reason: document };
  const source = sourceOf(document);
  const page = source ? null : await pageOf(document, deps);
  if (page) return { kind: 'text', text: describe(page.article, page, deps) };
  if (!source) {
    return {
      kind: 'failed',
      reason: `${what} is neither a feed, nor an article, nor an archived file.`,
    };
  }
  const repeated = recurringEnds(learnFurniture(null, source.entries));
  const shown = deps.entries === 'all' ? source.entries : source.entries.slice(0, 1);
  const parts = shown.map((entry) => describe(readArticle(entry, { repeated }), source, deps));
  return { kind: 'text', text: parts.join(`\n\n${'═'.repeat(72)}\n\n`) };
}

/** The document, or a sentence that says why there is none. */
async function download(url: string, { http }: PreviewDeps): Promise<Document | string> {
  const outcome = await http({ url });
  if (outcome.kind === 'failed')
    return `${url} cannot be had: ${outcome.reason} (${outcome.detail}).`;
  if (outcome.status !== 200) return `${url} answered with HTTP ${outcome.status}.`;
  const contentType = outcome.headers['content-type'] ?? null;
  return { text: decodeText(outcome.body, contentType), url: outcome.url, contentType };
}

function readHere(path: string, { readFile }: PreviewDeps): Document | string {
  const bytes = readFile(path);
  if (!bytes) return `There is no file ${path}.`;
  return { text: decodeText(bytes, null), url: 'http://localhost/', contentType: null };
}

function sourceOf(document: Document): Source | null {
  const archived = parseArchivedFile(document.text);
  if (archived) return { title: hostOf(archived.link), entries: [archived] };
  const feed = parseFeed(document);
  return feed && feed.entries.length > 0 ? feed : null;
}

async function pageOf({ text, url }: Document, { pages }: PreviewDeps) {
  const bytes = new TextEncoder().encode(text);
  const read = await pages.read({ bytes, contentType: null, url, teaser: null });
  if (read.kind !== 'article') return null;
  const { article } = read;
  return { article, title: hostOf(article.link ?? url) };
}

function hostOf(url: string | null): string {
  return URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '';
}

function describe(
  article: Article,
  source: Pick<Source, 'title'>,
  { timeZone, style, summary }: PreviewDeps,
): string {
  const read = { text: 'Read', data: 'r:preview' };
  const post = renderPost(article, {
    source: source.title,
    ...{ timeZone, locale: 'en-GB' },
    ...{ style, summary, hashtags: 'off', template: null, category: null },
    buttons: { read, open: 'Open ↗', whole: 'The whole article' },
  });
  const [best, ...rest] = post.rungs;
  return [
    heading('Article'),
    ...fieldLines({
      title: article.title,
      link: article.link,
      published: article.published && new Date(article.published).toISOString(),
      author: article.author,
      picture: article.picture?.url ?? null,
      lead: article.leads[summary],
    }),
    '',
    heading('Markdown'),
    article.markdown,
    '',
    heading('Post'),
    ...(best ? rungLines(best) : []),
    '',
    `If Telegram refuses that: ${rest.map(({ kind }) => kind).join(', then ')}.`,
  ].join('\n');
}

function heading(text: string): string {
  return `── ${text} ${'─'.repeat(68 - text.length)}`;
}

function fieldLines(fields: Record<string, string | number | null>): string[] {
  return Object.entries(fields).map(([name, value]) => `${`${name}:`.padEnd(11)}${value ?? '–'}`);
}

function rungLines(rung: Rung): string[] {
  switch (rung.kind) {
    case 'rich':
      return [...pagesOf(rung.blocks).map(({ text }) => text), ...buttonLines(rung.buttons)];
    case 'photo':
      return [
        `[picture ${rung.pictureUrl}]`,
        ...textLines(rung.caption),
        ...buttonLines(rung.buttons),
      ];
    case 'album':
      return [...rung.pictureUrls.map((url) => `[picture ${url}]`), ...textLines(rung.caption)];
    case 'audio':
    case 'video':
    case 'animation':
      return [
        `[${rung.kind} ${rung.media.url}]`,
        ...textLines(rung.caption),
        ...buttonLines(rung.buttons),
      ];
    case 'preview':
      return [
        `[large preview of ${rung.previewUrl}]`,
        ...textLines(rung.body),
        ...buttonLines(rung.buttons),
      ];
    case 'text':
      return [...textLines(rung.body), ...buttonLines(rung.buttons)];
    case 'plain':
      return [rung.text];
  }
}

function textLines({ text, entities }: FormattedText): string[] {
  const spans = entities.map((entity) => {
    const words = text.slice(entity.offset, entity.offset + entity.length);
    return `  ${entity.type}${'url' in entity ? ` → ${entity.url}` : ''}: ${words}`;
  });
  return [text, '', 'entities:', ...spans];
}

function buttonLines(buttons: Button[][]): string[] {
  const rows = buttons.map((row) =>
    row.map((it) => ('url' in it ? `[${it.text} → ${it.url}]` : `[${it.text}]`)).join(' '),
  );
  return ['', 'buttons:', ...rows.map((row) => `  ${row}`)];
}
