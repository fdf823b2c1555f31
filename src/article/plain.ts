/** Most texts are one line already, and looking is cheaper than writing anew. */
const NOT_ONE_LINE = /\s\s|[^\S ]/;

/** All blanks as one space, none at the ends. */
export function oneLine(text: string): string {
  return NOT_ONE_LINE.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/** Letters and digits only, in one case: equal for texts that a reader calls the same. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** Whether a reader would call two texts the same; false where either says nothing. */
export function isSameText(a: string, b: string): boolean {
  // Punctuation and blanks make no text three times as long.
  if (a.length > 3 * b.length + 9 || b.length > 3 * a.length + 9) return false;
  const key = textKey(a);
  return key !== '' && key === textKey(b);
}
