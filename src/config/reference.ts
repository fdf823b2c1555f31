import { type Setting, type SettingGroup, settingGroups } from './settings.ts';

/** `docs/configuration.md`: every setting, from what the settings say of themselves. */
export function referencePage(): string {
  return [PREFACE, ...settingGroups().flatMap(sectionOf), AFTERWORD].join('\n\n').concat('\n');
}

/** `config/telewire.example.yaml`: every setting, taken away by a `#` unless it is chosen. */
export function exampleFile(chosen: Record<string, string> = {}): string {
  const lines = settingGroups().flatMap(({ title, settings }) => [
    `# ── ${title} ${'─'.repeat(Math.max(3, LINE_LENGTH - title.length - 6))}`,
    '',
    ...settings.flatMap((setting) => [...remarkOf(setting), ...lineOf(setting, chosen), '']),
  ]);
  return [...HEAD, '', ...lines].join('\n').trimEnd().concat('\n');
}

/** What a setting is about, as remarks above it. */
export function remarkOf({ meaning, form, default: value, isSecret }: Setting): string[] {
  const tail = [form, value === null ? null : `default ${value}`].filter((it) => it !== null);
  const secret = isSecret ? ['Better kept out of this file.'] : [];
  const words = [plain(meaning), ...secret, `(${plain(tail.join('; '))})`].join(' ');
  return wrapped(words, LINE_LENGTH - 2).map((line) => `# ${line}`);
}

/** As the file wants it: what YAML might take for something else is quoted. */
export function written(value: string): string {
  return /^[\w@/.][\w@:/.+ -]*$/.test(value) && !/: |^(on|off|yes|no)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

const LINE_LENGTH = 110;

const PREFACE = `<!-- Made by \`npm run docs:config\` from src/config/: change it there. -->

# Configuration

Every setting can stand in the environment, in a file \`.env\` beside it, or in \`config/telewire.yaml\`
(\`TELEWIRE_CONFIG\` names another file). The environment wins over the file, and the file over the default.
\`npx telewire init\` asks the five questions that matter and writes both files.

- In the environment a setting is called \`MIN_INTERVAL\`, in the file \`minInterval\`.
- A **secret** can also be the content of a file: \`BOT_TOKEN_FILE=/run/secrets/bot_token\`. No secret is ever logged.
- Durations are \`30s\`, \`15m\`, \`6h\`, \`2d\`.
- A setting that is not known, or not understood, ends the start with exit code 2 and one sentence for each, which names
  the nearest setting there is.`;

const AFTERWORD = `## The file of feeds

\`\`\`yaml
feeds:
  - url: https://example.org/feed.xml
  - url: https://example.net/atom.xml
    name: Example Daily
    category: world
\`\`\`

The program looks at its file at every tick, and takes over feeds that were added, renamed or taken away, without a restart.
All other settings are read at the start. What an owner has said by command goes before the file: a feed that was
renamed keeps its name, one that was removed stays away. A feed that leaves the file leaves the catalogue; who follows it goes on
following it. A file with a fault in it changes nothing, and the log says what is wrong (\`config.failed\`).`;

const HEAD = [
  '# Telewire’s settings. Copy this file to config/telewire.yaml and take away the # where you want another value.',
  '# The environment wins over this file: botToken is BOT_TOKEN there, ownerIds is OWNER_IDS, and so on.',
  '# Secrets are better kept out of it: set BOT_TOKEN, or BOT_TOKEN_FILE with the path of a file.',
  '# Made by `npm run docs:config`; docs/configuration.md says the same, with examples.',
];

function sectionOf({ title, settings }: SettingGroup): string[] {
  const rows = settings.map(({ key, name, meaning, form, default: value, example, isSecret }) => {
    const said = isSecret ? `${meaning} **Secret.**` : meaning;
    const cells = [
      name === null ? '' : `\`${name}\``,
      `\`${key}\``,
      said,
      form,
      value === null ? '' : `\`${value}\``,
      `\`${example}\``,
    ];
    return `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const head =
    '| environment | file | meaning | written as | default | example |\n|---|---|---|---|---|---|';
  return [`## ${title}`, [head, ...rows].join('\n')];
}

function lineOf({ key, example }: Setting, chosen: Record<string, string>): string[] {
  const value = chosen[key];
  if (value !== undefined) return [`${key}: ${written(value)}`];
  if (key === 'feeds') return FEEDS;
  return [`# ${key}: ${written(example)}`];
}

const FEEDS = [
  '# feeds:',
  '#   - url: https://example.org/feed.xml',
  '#   - url: https://example.net/atom.xml',
  '#     name: Example Daily',
  '#     category: world',
];

function plain(text: string): string {
  return text.replaceAll('`', '');
}

function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
