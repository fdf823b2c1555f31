import type { Entity } from './entities.ts';

/** Everything Telegram finds by itself, in one pass: addresses first, so that `#` and `@` in them stay part of them.
 *  Each alternative is bounded and starts at a place the one before it cannot reach: linear in the text. */
const FOUND = new RegExp(
  [
    String.raw`(?<url>\bhttps?:\/\/[^\s<>"]{1,2048})`,
    String.raw`(?<![\w/.@])(?<mention>@[a-z]\w{3,31})(?!\w)`,
    String.raw`(?<![\w/])(?<hashtag>#(?=\w*\p{L})[\w\p{L}]{1,256})`,
    String.raw`(?<![\w/>])(?<bot_command>\/\w{1,64}(?:@\w{3,32})?)(?![\w/])`,
  ].join('|'),
  'giu',
);
const TYPES = ['url', 'mention', 'hashtag', 'bot_command'] as const;

/** The entities Telegram adds to a text unasked: web addresses, mentions, hashtags and commands. Where one of
 *  `known` lies already, nothing is added. */
export function withDetected(text: string, known: readonly Entity[]): Entity[] {
  const taken = known
    .filter(({ type }) => /^(pre|code|text_|custom_emoji|date_time)/.test(type))
    .toSorted((a, b) => a.offset - b.offset);
  let next = 0;
  const found = detected(text).filter(({ offset, length }) => {
    while (next < taken.length && endOf(taken[next]) <= offset) next += 1;
    const other = taken[next];
    return other === undefined || other.offset >= offset + length;
  });
  return [...known, ...found].toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function detected(text: string): Entity[] {
  return [...text.matchAll(FOUND)].flatMap((match) => {
    const type = TYPES.find((name) => match.groups?.[name] !== undefined);
    if (type === undefined) return [];
    const whole = match[0];
    const length = type === 'url' ? lengthOfUrl(whole) : whole.length;
    return length === 0 ? [] : [{ type, offset: match.index, length }];
  });
}

/** Without the punctuation of the sentence around it; 0 where the host has no dot. */
function lengthOfUrl(found: string): number {
  if (!/^https?:\/\/[^/?#]+\.[^/?#]/i.test(found)) return 0;
  let surplus = found.split(')').length - found.split('(').length;
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!/[.,:;!?'"]/.test(last)) break;
  }
  return end;
}

function endOf(entity: Entity | undefined): number {
  return entity === undefined ? 0 : entity.offset + entity.length;
}
