const ROOT_TAG = /<(?:[a-z_][\w.-]{0,30}:)?(rss|feed|rdf|channel|entry)(?=[\s>/])/i;

/** An XML feed from its root's tag on; null when there is none. What stands before (blank lines, warnings of a script,
 *  entity definitions) is never needed; where that is the start of a page, the feed is only quoted in it. */
export function documentOf(text: string): string | null {
  const root = ROOT_TAG.exec(text);
  if (!root || /<(html|body)[\s>]/i.test(text.slice(0, root.index))) return null;
  const document = text.slice(root.index).replace(NOT_XML, '').replace(ENDLESS_TAG, '');
  return root[1]?.toLowerCase() === 'entry' ? asFeed(document) : document;
}

const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** No publisher writes thousands of attributes, and no parser likes them. */
const ENDLESS_TAG = /<(?![!?])[^<>]{30000,}>?/g;

/** An entry may stand alone (RFC 4287 §2): then it is the only one of its feed. */
function asFeed(entry: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`;
}

export function countEntryTags(document: string): number {
  return document.match(/<(?:[\w.-]{1,30}:)?(?:item|entry)[\s>]/gi)?.length ?? 0;
}

/** Whether the document ends in the middle of an entry, and nobody can say what the rest of that would have been. */
export function endsInEntry(document: string): boolean {
  if (/<\/(?:[\w.-]{1,30}:)?(?:rss|feed|rdf)\s*>/i.test(document)) return false;
  const lastTag = document.match(/<\/?(?:[\w.-]{1,30}:)?(?:item|entry)(?=[\s>]|$)/gi)?.at(-1);
  return lastTag !== undefined && !lastTag.startsWith('</');
}
