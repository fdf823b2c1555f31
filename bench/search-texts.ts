import type { Article } from '../src/model.ts';
import { type Chance, createChance } from './chaos-chance.ts';

/** Writes articles in several languages, with common and rare words as in any language (Zipf's law). */
export type Writer = { article(): Article };

const SYLLABLES = {
  latin: 'ba ce di fo gu la me ni or pu ra se ti ul vo an é ü es in'.split(' '),
  cyrillic: 'ба ве ги до лу ма не ти ро су ла мы ст ни ко'.split(' '),
  arabic: 'با تي دو سا رم لن كا مي نو في ال قد'.split(' '),
};
const HAN_FROM = 0x4e00;
const HAN_COUNT = 3_000;
const WORDS = 60_000;

/** The word of that rank: the same for every run. */
export function word(script: keyof typeof SYLLABLES, rank: number): string {
  const syllables = SYLLABLES[script];
  let written = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    written += syllables[rest % syllables.length];
  }
  return written;
}

export function sign(rank: number): string {
  return String.fromCodePoint(HAN_FROM + rank * 5);
}

export function createWriter(seed: number): Writer {
  const chance = createChance(seed);
  return {
    article() {
      const write = chance.pick(WRITERS);
      const body = Array.from({ length: chance.between(2, 9) }, () => write(chance, 40)).join(
        '\n\n',
      );
      const title = write(chance, 9);
      const lead = body.slice(0, 200);
      return {
        ...{ title, link: 'https://example.org/', author: write(chance, 2), published: null },
        leads: { short: lead, normal: lead, long: lead },
        ...{ picture: null, pictures: [], media: null, categories: [], markdown: body },
      };
    },
  };
}

const inWords = (script: keyof typeof SYLLABLES) => (chance: Chance, count: number) =>
  Array.from({ length: count }, () => word(script, rank(chance, WORDS))).join(' ');

const inSigns = (chance: Chance, count: number) =>
  Array.from({ length: Math.ceil(count / 5) }, () =>
    Array.from({ length: 10 }, () => sign(rank(chance, HAN_COUNT))).join(''),
  ).join('，');

const WRITERS = [
  inWords('latin'),
  inWords('latin'),
  inWords('cyrillic'),
  inWords('arabic'),
  inSigns,
];

function rank(chance: Chance, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp((chance.below(1e9) / 1e9) * Math.log(count))) - 1);
}
