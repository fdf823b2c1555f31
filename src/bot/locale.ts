/** As `Intl` knows a language of ours: English dates as most of the world writes them, Arabic with the digits that
 *  commands are typed with. */
const LOCALES: Record<string, string> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

const COMMAS: Record<string, string> = { ar: '، ', zh: '、', 'zh-hant': '、' };

export function localeOf(language: string): string {
  return LOCALES[language] ?? language;
}

/** Names one after another, with the comma of that language. `Intl.ListFormat` would put an “and” before the last, which in
 *  Arabic clings to a name in other letters. */
export function listed(names: string[], language: string): string {
  return names.join(COMMAS[language] ?? ', ');
}

/** What a tag says of its script, and where Chinese is written in the traditional one. */
const SIMPLIFIED = 'hans';
const TRADITIONAL = new Set(['hant', 'tw', 'hk', 'mo']);

/** The codes that a tag such as `zh-TW` or `en_GB` can mean, best first. */
export function codesOf(tag: string): string[] {
  const [primary = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  const isTraditional =
    primary === 'zh' && !rest.includes(SIMPLIFIED) && rest.some((it) => TRADITIONAL.has(it));
  return isTraditional ? ['zh-hant', primary] : [primary];
}

/** What people may call a language: by its code's names in all these languages, `Spanish` as well as `испанский`. */
export function namesOf(code: string, languages: string[]): string[] {
  return languages.flatMap((language) => {
    const names = new Intl.DisplayNames([localeOf(language)], { type: 'language' });
    return names.of(code) ?? [];
  });
}
