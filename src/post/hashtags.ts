import { cleanText, shorten } from './text.ts';

/** UTF-16 units; Telegram takes 256 characters, a byline bears fewer. */
const HASHTAG_LIMIT = 64;
/** Of a name that is looked at. */
const LONGEST_NAME = 1_024;

/** What a hashtag is made of: letters with their marks, decimal digits, underscores. */
const NOT_IN_HASHTAG = /[^\p{L}\p{M}\p{Nd}_]+/u;

/** `#The_Paper #world` from names that people gave a feed; '' where there is nothing to make one of. Never from what
 *  entries say: a tag is a link to everything that bears it. */
export function hashtagsOf(names: string[]): string {
  const tags = names.map(hashtagOf).filter((tag) => tag !== '');
  const known = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  return [...known.values()].join(' ');
}

/** Telegram takes no hashtag without a letter. */
function hashtagOf(name: string): string {
  const words = cleanText(name.slice(0, LONGEST_NAME))
    .normalize('NFC')
    .split(NOT_IN_HASHTAG)
    .filter(Boolean);
  const kept = shorten(words.join(' '), HASHTAG_LIMIT).replace('…', '').split(' ');
  const tag = kept.filter(Boolean).join('_');
  return /\p{L}/u.test(tag) ? `#${tag}` : '';
}
