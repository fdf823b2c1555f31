/** The name that a misspelt one was probably meant to be; null when none is near. */
export function nearest(written: string, names: readonly string[]): string | null {
  const wanted = plain(written);
  const [best] = names
    .map((name) => ({ name, away: distance(wanted, plain(name)) }))
    .sort((one, other) => one.away - other.away);
  if (wanted.length > 2 && best && best.away <= Math.max(1, Math.floor(wanted.length / 3)))
    return best.name;
  const begun = names.find((name) => wanted.length > 3 && plain(name).startsWith(wanted));
  return begun ?? names.find((name) => wanted.startsWith(plain(name))) ?? null;
}

/** `MIN_INTERVAL`, `min-interval` and `minInterval` are one name. */
function plain(name: string): string {
  return name.replace(/[^a-z]/gi, '').toLowerCase();
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, its] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === its ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
