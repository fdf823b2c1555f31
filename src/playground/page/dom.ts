/** What may stand inside an element; `null` stands for nothing, so that `condition ? node : null` reads well. */
export type Child = Node | string | null;

type Listener = (event: Event) => void;

/** Attributes by name; `on…` names take listeners, `true` sets an empty attribute, `false` and `undefined` set none. */
export type Attributes = Record<string, string | number | boolean | undefined | Listener>;

/** Makes an element. Text children become text nodes: nothing here ever parses HTML. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A line drawing from `icons.svg`, hidden from screen readers: the button around it has the name. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/page/icons.svg#${name}`);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** The one element of `index.html` with this id; throws when the page and its script disagree. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element #${id}`);
  return element;
}
