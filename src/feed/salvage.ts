/** A JSON feed as an object, also when the text around or the end of it is spoiled: then with the entries that are
 *  whole. Null when there is none. */
export function salvageJson(text: string): Record<string, unknown> | null {
  const start = text.search(/\{\s*"/);
  if (start < 0 || /<(html|body|script|rss|feed|rdf)[\s>:]/i.test(text.slice(0, start)))
    return null;
  // Inside of strings they are forbidden, and elsewhere a blank does as well.
  const document = text.slice(start).replace(/\p{Cc}/gu, ' ');
  return objectIn(document.slice(0, document.lastIndexOf('}') + 1)) ?? withWholeItems(document);
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function withWholeItems(document: string): Record<string, unknown> | null {
  const list = /,?\s*"items"\s*:\s*\[/.exec(document);
  if (!list) return null;
  const head = objectIn(`${document.slice(0, list.index)}}`);
  const items = wholeObjects(document.slice(list.index + list[0].length));
  return { ...head, items: items.map(objectIn).filter((it) => it !== null) };
}

/** Strings, and the brackets outside of them. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}\][]/g;

/** The objects of a list up to its end, or to where the text breaks off. */
function wholeObjects(list: string): string[] {
  const objects: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of list.matchAll(TOKEN)) {
    if (token.startsWith('"')) continue;
    if (depth === 0 && token === '{') start = index;
    depth += token === '{' || token === '[' ? 1 : -1;
    if (depth < 0) break;
    if (depth === 0 && token === '}') objects.push(list.slice(start, index + 1));
  }
  return objects;
}
