/** Hebrew, Arabic and their neighbours; the first letter of either kind decides (Unicode bidi algorithm, P2). */
const FIRST_LETTER = /(?<rtl>[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])|\p{L}/u;

/** Sets the direction of an element from its text. `dir=auto` cannot: it overlooks children that have a `dir` themselves. */
export function directed<Kind extends HTMLElement>(element: Kind): Kind {
  const isRightToLeft = FIRST_LETTER.exec(element.textContent ?? '')?.groups?.rtl !== undefined;
  element.dir = isRightToLeft ? 'rtl' : 'ltr';
  return element;
}
