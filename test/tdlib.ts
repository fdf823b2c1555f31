import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Asks Telegram's own library, which answers such questions without a connection. */
export type AskTdlib = <Told>(question: { _: string } & Record<string, unknown>) => Told;

/** null, with a word about it, where the library is not installed or does not run. */
export function loadTdlib(): AskTdlib | null {
  const require = createRequire(import.meta.url);
  try {
    const folder = require.resolve('@prebuilt-tdlib/linux-x64-glibc/package.json');
    const tdjson = folder.replace('package.json', 'libtdjson.so');
    if (!existsSync(tdjson)) throw new Error(`${tdjson} is missing`);
    const tdl = require('tdl');
    configureOnce(() => tdl.configure({ tdjson, verbosityLevel: 0 }));
    return (question) => tdl.execute(question);
  } catch (error) {
    console.error(`TDLib is not asked: ${error}`);
    return null;
  }
}

/** The library lives as long as its process, in which several test files may ask it. */
function configureOnce(configure: () => void): void {
  try {
    configure();
  } catch (error) {
    if (!String(error).includes('already initialized')) throw error;
  }
}

/** What Telegram's library calls the entities of the Bot API, behind `textEntityType`. */
export const ENTITY_NAMES: Record<string, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  blockquote: 'BlockQuote',
  expandable_blockquote: 'ExpandableBlockQuote',
  code: 'Code',
  pre: 'Pre',
  text_link: 'TextUrl',
};
