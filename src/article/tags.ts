/** The names a tree may hold; all other elements are dropped, renamed or unwrapped while parsing. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Inline elements with a meaning in Markdown, or with one to be found out later. */
const INLINE: ReadonlySet<string> = new Set(
  'A AUDIO BR CODE DEL EM EMBED IFRAME IMG STRONG SUB SUP VIDEO'.split(' '),
);

/** Never shown, with all that is inside. */
export const DROPPED: ReadonlySet<string> = new Set(
  (
    'applet base button canvas datalist frame frameset head input link map math meta object option ' +
    'param rp script select style svg template textarea title track'
  ).split(' '),
);

/** Elements that say the same as another one. */
const SYNONYMS: Record<string, string> = {
  'amp-iframe': 'IFRAME',
  'amp-img': 'IMG',
  b: 'STRONG',
  body: 'DIV',
  caption: 'P',
  center: 'DIV',
  details: 'DIV',
  dialog: 'DIV',
  dir: 'UL',
  fieldset: 'DIV',
  hgroup: 'DIV',
  html: 'DIV',
  i: 'EM',
  image: 'IMG',
  kbd: 'CODE',
  listing: 'PRE',
  menu: 'UL',
  samp: 'CODE',
  s: 'DEL',
  strike: 'DEL',
  summary: 'P',
  tt: 'CODE',
  xmp: 'PRE',
};

/** The tree's name of an element; null when only its content counts (span, font, custom elements). */
export function nameOf(tag: string): string | null {
  const name = Object.hasOwn(SYNONYMS, tag) ? (SYNONYMS[tag] ?? null) : tag.toUpperCase();
  return name !== null && (BLOCKS.has(name) || INLINE.has(name)) ? name : null;
}
