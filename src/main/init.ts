import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SetupError } from '../app/setup.ts';
import { exampleFile } from '../config/reference.ts';
import { parseConfig } from '../config.ts';
import { ACCESSES } from '../relay/rights.ts';
import { createAsker, type Question } from './questions.ts';
import { CONFIG_FILE, SECRETS_FILE } from './settings.ts';
import { nameOfBot } from './token.ts';

const YES = /^y(es)?$/i;

/** `telewire init`: asks what has to be known, and writes the configuration; answers what to do next. */
export async function runInit(): Promise<string> {
  const asker = createAsker();
  try {
    for (const path of [CONFIG_FILE, SECRETS_FILE]) await mayWrite(path, asker.ask);
    const token = await asker.ask(TOKEN);
    const owners = await asker.ask(OWNERS);
    const access = await asker.ask(ACCESS);
    const [language = 'en', timezone = 'UTC'] = (await asker.ask(VOICE)).split(/\s+/);
    const [dataDir = 'data', port = ''] = (await asker.ask(PLACE)).split(/\s+/);
    write(SECRETS_FILE, `BOT_TOKEN=${token}\n`, 0o600);
    const chosen = { ...(owners && { ownerIds: owners }), access, language, timezone, dataDir };
    write(CONFIG_FILE, exampleFile({ ...chosen, ...(port !== 'none' && port && { port }) }), 0o644);
  } finally {
    asker.close();
  }
  return `Written: ${CONFIG_FILE}, and ${SECRETS_FILE} with the token, which only you can read.
Start with: npm start. Then write /start to your bot.`;
}

const TOKEN: Question = {
  words: 'The bot’s token. Write to @BotFather, /newbot, and copy it here.',
  async check(written) {
    if (written === '') return { fault: 'Without a token there is no bot.' };
    if (!/^\d+:[\w-]{30,}$/.test(written)) {
      return {
        fault: 'That is no token: it looks like 123456789:AAE… and is some 46 letters long.',
      };
    }
    const bot = await nameOfBot(written, process.env);
    switch (bot.kind) {
      case 'known':
        return { value: written, remark: `That is @${bot.username}.` };
      case 'unknown':
        return { fault: 'Telegram does not know that token. Is it whole, and not revoked?' };
      case 'unreached':
        return {
          value: written,
          remark: 'Telegram cannot be reached from here, so it is unchecked.',
        };
    }
  },
};

const OWNERS: Question = {
  words: 'Your own Telegram user id, and those of others who run the bot. @userinfobot tells it.',
  otherwise: '',
  check: (written) => checked({ ownerIds: written || '0' }, written),
};

const ACCESS: Question = {
  words: `Who may use it? ${ACCESSES.join(', ')}.
  open: everyone, with any feed. catalogue: everyone, with the feeds that you list. approved: whom you let in.`,
  otherwise: 'catalogue',
  check: (written) => checked({ access: written }, written),
};

const VOICE: Question = {
  words: 'Language and time zone, for chats that choose none.',
  otherwise: `en ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
  check(written) {
    const [language = '', timezone = 'UTC'] = written.split(/\s+/);
    return checked({ language, timezone }, `${language} ${timezone}`);
  },
};

const PLACE: Question = {
  words: 'The folder for its database, and a port for /healthz and /metrics (or none).',
  otherwise: 'data none',
  check(written) {
    const [dataDir = 'data', port = 'none'] = written.split(/\s+/);
    const given = port === 'none' ? { dataDir } : { dataDir, port };
    return checked(given, `${dataDir} ${port}`);
  },
};

/** By the same rules as at the start; `value`: what is right then. */
function checked(file: Record<string, string>, value: string) {
  const outcome = parseConfig({ BOT_TOKEN: '0:none' }, JSON.stringify(file));
  return outcome.kind === 'faults' ? { fault: outcome.faults.join(' ') } : { value };
}

async function mayWrite(path: string, ask: (question: Question) => Promise<string>) {
  if (!existsSync(path)) return;
  const words = `There is ${path} already. Write it anew, and lose what stands in it?`;
  const answer = await ask({ words, otherwise: 'no', check: (value) => ({ value }) });
  if (!YES.test(answer)) throw new SetupError(`${path} stays as it is. Nothing was written.`);
}

function write(path: string, text: string, mode: number): void {
  const folder = dirname(path);
  if (!existsSync(folder)) mkdirSync(folder);
  writeFileSync(path, text, { mode });
  // A file that was there before has kept its own.
  chmodSync(path, mode);
}
