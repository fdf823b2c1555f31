/** The month a word names in any of the languages feeds are dated in, 0 to 11; null if it names none. */
export function monthOf(word: string): number | null {
  const name = plain(word);
  const english = ENGLISH.indexOf(name.slice(0, 3));
  if (english >= 0 && ENGLISH_NAME.test(name)) return english;
  names ??= collectNames();
  return names.get(name) ?? null;
}

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH_NAME =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

const LANGUAGES =
  'fr de es pt it nl sv da nb fi pl cs sk ru uk be el tr ro hu id hr sl bg ca ar fa hi'.split(' ');

/** Shortenings that people write and Intl does not. */
const SHORTENINGS: [string, number][] = [
  ['janv', 0],
  ['ene', 0],
  ['gen', 0],
  ['fevr', 1],
  ['mrz', 2],
  ['avr', 3],
  ['abr', 3],
  ['mag', 4],
  ['mei', 4],
  ['maj', 4],
  ['mai', 4],
  ['giu', 5],
  ['juin', 5],
  ['juil', 6],
  ['lug', 6],
  ['ago', 7],
  ['set', 8],
  ['okt', 9],
  ['ott', 9],
  ['dez', 11],
  ['dic', 11],
];

let names: Map<string, number> | undefined;

/** Alone and beside a day: Slavic languages decline. */
const FORMS: Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short' },
  { month: 'short', day: 'numeric' },
];

function collectNames(): Map<string, number> {
  const found = new Map(SHORTENINGS);
  for (const language of LANGUAGES)
    for (const form of FORMS)
      for (const [month, name] of namesIn(language, form).entries())
        if (name.length > 1 && !found.has(name)) found.set(name, month);
  return found;
}

function namesIn(language: string, options: Intl.DateTimeFormatOptions): string[] {
  const locale = `${language}-u-ca-gregory`;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return ENGLISH.map((_, month) => {
    const parts = format.formatToParts(Date.UTC(2021, month, 15));
    return plain(parts.find(({ type }) => type === 'month')?.value ?? '');
  });
}

/** Lower case without accents and the full stop of a shortening. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');
}
