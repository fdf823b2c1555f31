import { onTestFinished } from 'vitest';
import { openPaper } from './paper.ts';
import { setStage, TOKEN } from './playground/telegram.ts';
import { emptyFolder } from './program.ts';

/** The environment of a program on the stage, with more or other settings. */
export type Settings = (more?: Record<string, string>) => Record<string, string>;

/** What the real program finds around it: a pretended Telegram, a newspaper, an empty folder. */
export async function setProgramStage() {
  const stage = await setStage({ now: Date.now });
  const paper = await openPaper();
  onTestFinished(paper.close);
  const settings: Settings = (more = {}) => ({
    ...{ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: stage.url, ACCESS: 'open', OWNER_IDS: '1' },
    ...{ ALLOWED_ADDRESSES: '127.0.0.0/8', TICK: '* * * * * *' },
    ...{ MIN_INTERVAL: '1s', MAX_INTERVAL: '1s' },
    ...more,
  });
  return { stage, paper, folder: emptyFolder(), settings };
}
