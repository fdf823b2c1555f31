import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { plainLetters } from '../letters.ts';
import { defuse } from '../post/defuse.ts';
import { oneLine, shorten } from '../post/text.ts';
import { directed } from './direction.ts';
import { codesOf, localeOf, namesOf } from './locale.ts';

/**
 * Says a thing in one language: a key of `locales/*.ftl` and what it is about. Whatever is filled in stays one line
 * of bounded length in which nothing can be tapped. Throws on a key nobody wrote.
 */
export type Say = ((key: string, about?: Record<string, FluentVariable>) => string) & {
  /** The code of that language. */
  language: string;
};

export type Language = { code: string; name: string };

/** All the bot can say, in every language it speaks. */
export type Texts = {
  languages: Language[];
  /** The language of ours that a tag such as `zh-TW` or `en-GB` means; null when we do not speak it. */
  closest(tag: string | null | undefined): string | null;
  /** The language of ours that somebody calls by its code, its own name or its name in any language of ours. */
  called(name: string): string | null;
  say(language: string): Say;
};

/** UTF-16 units of what people or publishers wrote, inside a sentence of ours. */
const FILLED_LIMIT = 200;

const FOLDER = new URL('./locales/', import.meta.url);

let loaded: Texts | undefined;

/** All of them, read once: the files do not change while a process runs. */
export function loadTexts(): Texts {
  loaded ??= readTexts();
  return loaded;
}

function readTexts(): Texts {
  const bundles = new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.ftl'))
      .map((file) => [file.replace('.ftl', ''), load(file)]),
  );
  const says = new Map([...bundles].map(([code, bundle]) => [code, sayIn(bundle, code)]));
  const say = (language: string): Say => {
    const found = says.get(language) ?? says.get('en');
    if (!found) throw new Error('The English locale is missing');
    return found;
  };

  const codes = [...bundles.keys()];
  const closest = (tag: string | null | undefined) =>
    codesOf(tag ?? '').find((code) => bundles.has(code)) ?? null;
  const languages = codes
    .map((code) => ({ code, name: say(code)('language-name') }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  return {
    languages,
    closest,
    called(name) {
      const isMeant = (it: string) => plainLetters(it) === plainLetters(name);
      const named = languages.find((it) => [it.name, ...namesOf(it.code, codes)].some(isMeant));
      return named?.code ?? closest(name);
    },
    say,
  };
}

function load(file: string): FluentBundle {
  // No isolation marks around what is filled in: Telegram clients show them in buttons.
  const locale = localeOf(file.replace('.ftl', ''));
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const errors = bundle.addResource(
    new FluentResource(readFileSync(new URL(file, FOLDER), 'utf8')),
  );
  if (errors.length > 0) throw new Error(`Locale ${file} cannot be read`, { cause: errors[0] });
  return bundle;
}

function sayIn(bundle: FluentBundle, language: string): Say {
  const say = (key: string, about: Record<string, FluentVariable> = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`Locale ${language} has no text “${key}”`);
    const filled = Object.entries(about).map(([name, value]) => [name, bounded(value)]);
    return directed(bundle.formatPattern(pattern, Object.fromEntries(filled)), language);
  };
  return Object.assign(say, { language });
}

function bounded(value: FluentVariable): FluentVariable {
  return typeof value === 'string' ? shorten(defuse(oneLine(value)), FILLED_LIMIT) : value;
}
