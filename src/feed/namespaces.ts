/** The names of elements as their namespaces mean them, whatever prefix a document gave them: `dc:date`, `media:content`;
 *  RSS and Atom elements without prefix. One for each document: prefixes are learned on the way. */
export function createNames(): {
  learn(attributes: Record<string, string>): void;
  nameOf(tag: string): string;
} {
  const prefixes = new Map(KNOWN.map(([prefix]) => [prefix, prefix]));

  function learn(attributes: Record<string, string>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns:')) continue;
      const meant = KNOWN.find(([, pattern]) => pattern.test(uri.slice(0, MAX_URI_LENGTH)));
      if (meant && prefixes.size < MAX_PREFIXES)
        prefixes.set(name.slice('xmlns:'.length), meant[0]);
    }
  }

  function nameOf(tag: string): string {
    const [prefix, local] = splitAt(tag.toLowerCase(), ':');
    if (local === undefined) return prefix;
    const meant = prefixes.get(prefix) ?? prefix;
    return meant === 'rss' || meant === 'atom' || meant === 'rdf' ? local : `${meant}:${local}`;
  }

  return { learn, nameOf };
}

const MAX_URI_LENGTH = 200;
const MAX_PREFIXES = 100;

/** Written wrong in many ways: only what tells them apart is asked for. */
const KNOWN: [string, RegExp][] = [
  ['content', /rss\/1\.0\/modules\/content/i],
  ['dcterms', /purl\.org\/dc\/terms/i],
  ['dc', /purl\.org\/(dc|rss\/1\.0\/modules\/dc|metadata)/i],
  ['media', /search\.yahoo\.com\/mrss|video\.search\.yahoo/i],
  ['itunes', /itunes\.com\/dtds|apple\.com\/dtds/i],
  ['sy', /rss\/1\.0\/modules\/syndication/i],
  ['xhtml', /w3\.org\/1999\/xhtml/i],
  ['rdf', /1999\/02\/22-rdf-syntax/i],
  ['atom', /w3\.org\/2005\/atom|purl\.org\/atom/i],
  ['rss', /purl\.org\/rss\/1\.0\/?$|netscape\.com|backend\.userland|harvard\.edu|rssboard/i],
];

function splitAt(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
