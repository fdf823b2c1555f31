// What a reader of feeds finds in a document, before anything is decided: every list is best first.

/** `plain` is shown as it stands, `html` is markup. Never empty. */
export type RawText = { value: string; type: 'plain' | 'html' };

/** `rel` as in Atom; `permalink` is an RSS guid that may serve as a link. */
export type RawLink = { href: string; rel: string; type: string | null };

export type RawMedia = {
  from: 'content' | 'thumbnail' | 'image' | 'enclosure';
  url: string;
  type: string | null;
  medium: string | null;
  alt: string;
  width: number | null;
  height: number | null;
  sizeBytes: number | null;
  durationSeconds: number | null;
};

export type RawEntry = {
  /** The publisher's own; '' when there is none. */
  id: string;
  titles: RawText[];
  links: RawLink[];
  contents: RawText[];
  /** RSS `description`: the content itself, unless there is another content. */
  descriptions: RawText[];
  summaries: RawText[];
  authors: string[];
  categories: string[];
  published: string[];
  updated: string[];
  media: RawMedia[];
  /** `xml:base` of the entry and its content, outermost first. */
  bases: string[];
};

/** What a feed says of when it changes: RSS `ttl`, `skipHours` and `skipDays`, and the syndication module. */
export type RawRhythm = {
  ttlMinutes: number | null;
  period: string | null;
  frequency: number | null;
  skipHours: number[];
  skipDays: string[];
};

export const NO_RHYTHM: RawRhythm = {
  ttlMinutes: null,
  period: null,
  frequency: null,
  skipHours: [],
  skipDays: [],
};

export type RawFeed = {
  dialect: 'rss' | 'atom' | 'json';
  titles: RawText[];
  links: RawLink[];
  /** Of all entries that name none of their own. */
  authors: string[];
  language: string | null;
  rhythm: RawRhythm;
  bases: string[];
  entries: RawEntry[];
};

/** The values that are there, as texts. */
export function texts(type: RawText['type'], ...values: (string | undefined)[]): RawText[] {
  return present(values).map((value) => ({ value, type }));
}

/** Those of the values that are there and not blank. */
export function present(values: (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined && value.trim() !== '') as string[];
}

/** An Atom text construct (RFC 4287 §3.1). Text that is obviously markup is taken for it, whatever its type says;
 *  content in base64 that holds no text gives nothing. */
export function atomTexts(value: string | undefined, type = 'text'): RawText[] {
  const kind = type.trim().toLowerCase();
  if (/^(html|xhtml|text\/html|application\/xhtml\+xml)$/.test(kind)) return texts('html', value);
  if (/^(image|audio|video|font)\//.test(kind)) return [];
  const text = kind === 'text' || /^text\/|[+/]xml$/.test(kind) ? value : fromBase64(value);
  return texts(MARKUP.test(text ?? '') ? 'html' : 'plain', text);
}

/** RFC 4287 §4.1.3.3 wants every other type in base64; not everybody obeys. */
function fromBase64(value = ''): string | undefined {
  const packed = value.replace(/\s+/g, '');
  if (packed.length < 8 || packed.length % 4 > 0 || !/^[\w+/]+={0,2}$/.test(packed)) return value;
  const text = Buffer.from(packed, 'base64').toString('utf8');
  return text.includes('\ufffd') ? undefined : text;
}

const MARKUP = /<\/(p|div|a|b|i|em|strong|ul|ol|li|h\d|span|table|blockquote)>|<(br|img|hr)\b/i;
