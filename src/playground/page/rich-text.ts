import type { ShownButton } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { anchor } from './anchor.ts';
import { el } from './dom.ts';
import { button } from './keyboard.ts';
import { spoiler } from './spoiler.ts';
import { plainOf } from './summary.ts';

/** A Bot API `RichText` that is neither plain nor a list; which other fields there are depends on its type. */
type Styled = { type: string } & Record<string, unknown>;
type Draw = (styled: Styled, children: Node[], scene: Scene) => Node;

const DRAW: Record<string, Draw> = {
  bold: (_, children) => el('strong', {}, ...children),
  italic: (_, children) => el('em', {}, ...children),
  underline: (_, children) => el('u', {}, ...children),
  strikethrough: (_, children) => el('s', {}, ...children),
  subscript: (_, children) => el('sub', {}, ...children),
  superscript: (_, children) => el('sup', {}, ...children),
  marked: (_, children) => el('mark', {}, ...children),
  code: (_, children) => el('code', {}, ...children),
  spoiler: (_, children) => spoiler(...children),
  date_time: (_, children) => el('time', {}, ...children),
  custom_emoji: ({ alternative_text }) => new Text(String(alternative_text ?? '')),
  mathematical_expression: ({ expression }) =>
    el('code', { class: 'math' }, String(expression ?? '')),
  url: ({ url }, children, scene) => anchor(String(url ?? ''), scene, {}, ...children),
  email_address: ({ email_address }, children, scene) =>
    anchor(`mailto:${email_address}`, scene, {}, ...children),
  phone_number: ({ phone_number }, children, scene) =>
    anchor(`tel:${phone_number}`, scene, {}, ...children),
  anchor: ({ name }) => el('span', { 'data-anchor': String(name ?? '') }),
  reference: ({ name }, children) => el('span', { 'data-anchor': String(name ?? '') }, ...children),
  anchor_link: ({ anchor_name }, children) => jump(String(anchor_name ?? ''), children),
  reference_link: ({ reference_name }, children) => jump(String(reference_name ?? ''), children),
  button: ({ button: told }, _, scene) => {
    const pressed = told as ShownButton;
    return button({ ...pressed, text: plainOf(pressed.text) }, scene);
  },
};

/** Draws rich text; types without a look of their own show their text. */
export function richText(text: unknown, scene: Scene): Node[] {
  if (typeof text === 'string') return [new Text(text)];
  if (Array.isArray(text)) return text.flatMap((part) => richText(part, scene));
  if (typeof text !== 'object' || text === null || !('type' in text)) return [];
  const styled = text as Styled;
  const children = richText(styled.text, scene);
  const draw = DRAW[styled.type];
  return draw ? [draw(styled, children, scene)] : children;
}

/** Leads to an anchor of the same message; an empty name to its top. */
function jump(name: string, children: Node[]): HTMLElement {
  const link = el('button', { type: 'button', class: 'jump', onclick: go }, ...children);
  return link;

  function go(): void {
    const reader = link.closest('.reader');
    const anchors = [...(reader?.querySelectorAll<HTMLElement>('[data-anchor]') ?? [])];
    const target = anchors.find((it) => it.dataset.anchor === name) ?? reader;
    target?.scrollIntoView({ block: 'start' });
  }
}
