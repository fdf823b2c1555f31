/** Scripts that one language, or one way to cut sentences, goes with. */
const SCRIPTS: [language: string, letters: RegExp][] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
];
const SAMPLE_CHARS = 400;
/** Fewer letters are a name or a quotation in another language. */
const MIN_SHARE = 0.15;
/** Japanese is written with many Chinese characters, so few kana decide. */
const KANA_SHARE = 0.05;

/** A BCP 47 tag by the letters of a text: good enough to cut sentences and words; `en` for Latin letters. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    const count = sample.match(script)?.length ?? 0;
    if (count > letters * (language === 'ja' ? KANA_SHARE : MIN_SHARE)) return language;
  }
  return 'en';
}
