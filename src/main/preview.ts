import { existsSync, readFileSync } from 'node:fs';
import { SetupError } from '../app/setup.ts';
import { USER_AGENT } from '../app/version.ts';
import { createHttp } from '../http.ts';
import { LENGTHS, STYLES } from '../relay/look.ts';
import { createPages } from '../relay/pages.ts';
import { preview } from '../relay/preview.ts';
import { readConfig, tokenless } from './settings.ts';

/** `telewire preview <what>`: the text to print. */
export async function runPreview(args: string[]): Promise<string> {
  const what = args.find((it) => !it.startsWith('--'));
  if (!what)
    throw new SetupError('Say what to preview: the address of a feed or an article, or a file.');
  const config = readConfig(tokenless());
  const http = createHttp({ allowedAddresses: config.allowedAddresses, userAgent: USER_AGENT });
  const pages = createPages();
  try {
    const outcome = await preview(what, {
      http: http.fetch,
      pages,
      readFile: (path) => (existsSync(path) ? new Uint8Array(readFileSync(path)) : null),
      now: Date.now(),
      timeZone: config.timezone,
      entries: args.includes('--all') ? 'all' : 'newest',
      style: optionOf(args, 'style', STYLES) ?? 'picture',
      summary: optionOf(args, 'summary', LENGTHS) ?? 'normal',
    });
    if (outcome.kind === 'failed') throw new SetupError(outcome.reason);
    return outcome.text;
  } finally {
    await pages.stop();
    await http.close();
  }
}

/** What `--name=…` says, when it is one of these words. */
function optionOf<Word extends string>(
  args: string[],
  name: string,
  words: readonly Word[],
): Word | undefined {
  const written = args.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3);
  const word = words.find((it) => it === written);
  if (written === undefined || word !== undefined) return word;
  throw new SetupError(`--${name} is one of ${words.join(', ')}, not “${written}”.`);
}
