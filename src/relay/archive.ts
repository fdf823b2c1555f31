import { escapeTarget, escapeText } from '../article/escape.ts';
import type { Log } from '../log.ts';
import type { Article, EpochMs, Picture } from '../model.ts';
import type { Alarms } from './alarms.ts';
import type { Files } from './folder.ts';

export type ArchiveDeps = {
  files: Pick<Files, 'write'>;
  folder: string;
  timeZone: string;
  alarms: Pick<Alarms, 'raise' | 'clear'>;
  log: Log;
};

/** What is kept of a feed's entry; `token` tells two of one title apart. */
export type Archived = { article: Article; token: string; at: EpochMs; feedUrl: string };

export type Archive = (entry: Archived) => Promise<void>;

const NAME_CHARS = 60;
const TOKEN_CHARS = 8;

/** Keeps each article as a file in one folder a day, under a name that is the same however often it is written. A disk
 *  that takes no file is the disk's answer: it is told, and the post goes out. */
export function createArchive({ files, folder, timeZone, alarms, log }: ArchiveDeps): Archive {
  return async (entry) => {
    const day = new Date(entry.at).toLocaleDateString('sv', { timeZone });
    const path = `${folder}/${day}/${nameOf(entry)}`;
    try {
      await files.write(path, archivedText(entry));
      alarms.clear('archive');
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      log('archive.failed', { path, reason });
      alarms.raise({ kind: 'archive', reason });
    }
  };
}

/** As `parseArchivedFile` reads it: the moment, the title as a link, a rule, and the body as Markdown. */
export function archivedText({ article, at, feedUrl, token }: Archived): string {
  const { title, link, picture, markdown } = article;
  const target = (link ?? `${feedUrl}#${token}`).replace(/\s/g, encodeURIComponent);
  const body = [picture && imageOf(picture), markdown].filter(Boolean).join('\n\n');
  return `<!--${at}-->\n[${escapeTitle(title)}](${target})\n------\n\n${body}\n`;
}

function imageOf({ url, alt }: Picture): string {
  const text = escapeText(alt, { startsLine: false, inTable: false });
  return `![${text}](${escapeTarget(url)})`;
}

function escapeTitle(title: string): string {
  return title.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&');
}

/** Letters and digits of any script: safe on every file system, and readable. */
function nameOf({ article, token }: Archived): string {
  const words = article.title.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const name = [...words.join('-')].slice(0, NAME_CHARS).join('').replace(/-+$/, '');
  return `${name || 'article'}-${token.slice(0, TOKEN_CHARS)}.md`;
}
