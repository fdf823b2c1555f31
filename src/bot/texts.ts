import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { defuse } from '../post/defuse.ts';
import { oneLine, shorten } from '../post/text.ts';

/**
 * Says a thing in one language: a key of `locales/*.ftl` and what it is about. Whatever is filled in stays one line
 * of bounded length in which nothing can be tapped. Throws on a key nobody wrote.
 */
export type Say = (key: string, about?: Record<string, FluentVariable>) => string;

export type Language = { code: string; name: string };

/** All the bot can say, in every language it speaks. */
export type Texts = {
  languages: Language[];
  /** The language of ours that a tag such as `zh-hans` or `en-GB` means; null when we do not speak it. */
  closest(tag: string | null | undefined): string | null;
  say(language: string): Say;
};

/** UTF-16 units of what people or publishers wrote, inside a sentence of ours. */
const FILLED_LIMIT = 200;

const FOLDER = new URL('./locales/', import.meta.url);

export function loadTexts(): Texts {
  const bundles = new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.ftl'))
      .map((file) => [file.replace('.ftl', ''), load(file)]),
  );
  const says = new Map([...bundles].map(([code, bundle]) => [code, sayIn(bundle)]));
  const say = (language: string): Say => {
    const found = says.get(language) ?? says.get('en');
    if (!found) throw new Error('The English locale is missing');
    return found;
  };

  return {
    languages: [...bundles.keys()].map((code) => ({ code, name: say(code)('language-name') })),
    closest(tag) {
      const primary = tag?.toLowerCase().split(/[-_]/)[0];
      return primary && bundles.has(primary) ? primary : null;
    },
    say,
  };
}

function load(file: string): FluentBundle {
  // No isolation marks around what is filled in: Telegram clients show them in buttons.
  const bundle = new FluentBundle(file.replace('.ftl', ''), { useIsolating: false });
  const errors = bundle.addResource(
    new FluentResource(readFileSync(new URL(file, FOLDER), 'utf8')),
  );
  if (errors.length > 0) throw new Error(`Locale ${file} cannot be read`, { cause: errors[0] });
  return bundle;
}

function sayIn(bundle: FluentBundle): Say {
  return (key, about = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`Locale ${bundle.locales[0]} has no text “${key}”`);
    const filled = Object.entries(about).map(([name, value]) => [name, bounded(value)]);
    return bundle.formatPattern(pattern, Object.fromEntries(filled));
  };
}

function bounded(value: FluentVariable): FluentVariable {
  return typeof value === 'string' ? shorten(defuse(oneLine(value)), FILLED_LIMIT) : value;
}
