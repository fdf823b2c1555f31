import { detect } from 'jschardet';

/** Bytes of a feed or a page as text. What the bytes themselves say outweighs what the server or the
 *  document claims; never throws: what no encoding explains becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes);
  if (marked) return decodeAs(marked.label, bytes.subarray(marked.skip));

  const claims = claimedLabels(bytes, contentType);
  const utf8 = strictUtf8(bytes);
  // ISO-2022-JP is ASCII with escapes, so it is always valid UTF-8 too.
  if (utf8 !== null && !(claims.includes('iso-2022-jp') && bytes.includes(ESC))) return utf8;
  return byClaim(bytes, claims) ?? byGuess(bytes);
}

const ESC = 0x1b;
const HEAD_BYTES = 1_024;
const GUESS_BYTES = 65_536;

type Mark = { label: string; skip: number };

/** Byte order marks, and where `<` stands between NULs; the longer patterns first. */
const MARKS: [number[], Mark][] = [
  [[0x00, 0x00, 0xfe, 0xff], { label: 'utf-32be', skip: 4 }],
  [[0xff, 0xfe, 0x00, 0x00], { label: 'utf-32le', skip: 4 }],
  [[0xef, 0xbb, 0xbf], { label: 'utf-8', skip: 3 }],
  [[0xfe, 0xff], { label: 'utf-16be', skip: 2 }],
  [[0xff, 0xfe], { label: 'utf-16le', skip: 2 }],
  [[0x00, 0x00, 0x00, 0x3c], { label: 'utf-32be', skip: 0 }],
  [[0x3c, 0x00, 0x00, 0x00], { label: 'utf-32le', skip: 0 }],
  [[0x00, 0x3c], { label: 'utf-16be', skip: 0 }],
  [[0x3c, 0x00], { label: 'utf-16le', skip: 0 }],
];

function byMark(bytes: Uint8Array): Mark | undefined {
  return MARKS.find(([pattern]) => pattern.every((byte, i) => bytes[i] === byte))?.[1];
}

const XML_ENCODING = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]+)/;
const META_CHARSET = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const HTTP_CHARSET = /charset\s*=\s*["']?\s*([^\s;"']+)/i;

/** What server and document say, in our labels; without those that only a mark could prove. */
function claimedLabels(bytes: Uint8Array, contentType: string | null): string[] {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  return [
    HTTP_CHARSET.exec(contentType ?? '')?.[1],
    XML_ENCODING.exec(head)?.[1],
    META_CHARSET.exec(head)?.[1],
  ]
    .filter((label) => label !== undefined)
    .map(labelOf)
    .filter((label) => !/^utf-?(16|32)/.test(label) && isKnown(label));
}

/** Names in use that `TextDecoder` does not know, and supersets that read more than was promised. */
const LABELS: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'gb_2312-80': 'gb18030',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  cp932: 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  tis620: 'windows-874',
  'tis-620': 'windows-874',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  utf8: 'utf-8',
  utf_8: 'utf-8',
};

function labelOf(claim: string): string {
  const label = claim.trim().toLowerCase();
  const [, page] = /^(?:cp|win|windows)[-_]?(125\d)$/.exec(label) ?? [];
  return page ? `windows-${page}` : (Object.hasOwn(LABELS, label) && LABELS[label]) || label;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Reading = { text: string; faults: number };

/** The claim with the fewest bytes it cannot explain, if those are few enough to believe it. */
function byClaim(bytes: Uint8Array, claims: string[]): string | null {
  const [best] = [...new Set(claims)]
    .filter((label) => label !== 'utf-8')
    .map((label) => readAs(label, bytes))
    .sort((a, b) => a.faults - b.faults);
  return best && best.faults <= Math.max(3, bytes.length / 2_000) ? best.text : null;
}

/** UTF-8 with a few broken bytes in it, or what the statistics of its bytes say. */
function byGuess(bytes: Uint8Array): string {
  const utf8 = readAs('utf-8', bytes);
  const beyondAscii = bytes.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
  if (utf8.faults < beyondAscii * 0.2) return utf8.text;

  const guess = labelOf(detect(bytes.subarray(0, GUESS_BYTES)).encoding ?? '');
  return decodeAs(isKnown(guess) && guess !== 'utf-8' ? guess : 'windows-1252', bytes);
}

function readAs(label: string, bytes: Uint8Array): Reading {
  const text = decodeAs(label, bytes);
  return { text, faults: text.split('\ufffd').length - 1 };
}

function decodeAs(label: string, bytes: Uint8Array): string {
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label);
  return new TextDecoder(label).decode(bytes);
}

/** `TextDecoder` has no UTF-32. */
function decodeUtf32(bytes: Uint8Array, label: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, label === 'utf-32le');
    characters.push(point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point));
  }
  return characters.join('');
}
