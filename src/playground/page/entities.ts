import type { ShownEntity } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { anchor } from './anchor.ts';
import { el } from './dom.ts';
import { type EntityNode, entityTree } from './entity-tree.ts';
import { spoiler } from './spoiler.ts';

type Draw = (entity: ShownEntity, children: Node[], scene: Scene) => HTMLElement;

const BLOCKS = ['pre', 'blockquote', 'expandable_blockquote'];

const DRAW: Record<string, Draw> = {
  bold: (_, children) => el('strong', {}, ...children),
  italic: (_, children) => el('em', {}, ...children),
  underline: (_, children) => el('u', {}, ...children),
  strikethrough: (_, children) => el('s', {}, ...children),
  code: (_, children) => el('code', {}, ...children),
  spoiler: (_, children) => spoiler(...children),
  pre: ({ language }, children) =>
    el('pre', { 'data-language': language, tabindex: 0 }, el('code', {}, ...children)),
  blockquote: (_, children) => el('blockquote', { dir: 'auto' }, ...children),
  expandable_blockquote: (_, children) => expandableQuote(children),
  text_link: ({ url }, children, scene) => anchor(url ?? '', scene, {}, ...children),
  url: (_, children, scene) => anchor(textOf(children), scene, {}, ...children),
  email: (_, children, scene) => anchor(`mailto:${textOf(children)}`, scene, {}, ...children),
  phone_number: (_, children, scene) => anchor(`tel:${textOf(children)}`, scene, {}, ...children),
  mention: (_, children, scene) =>
    anchor(`https://t.me/${textOf(children).slice(1)}`, scene, {}, ...children),
  bot_command: (_, children, scene) => commandLink(children, scene),
};

/** A text with its Bot API entities. Entities without a look of their own are shown as tags. */
export function entityText(text: string, entities: ShownEntity[], scene: Scene): Node[] {
  return drawAll(entityTree(text, entities), scene);
}

/** A quote that shows three lines until it is opened. */
export function expandableQuote(children: (Node | string)[]): HTMLElement {
  const quote = el('blockquote', { class: 'expandable', dir: 'auto' }, el('div', {}, ...children));
  const toggle = el('button', {
    type: 'button',
    class: 'expand',
    'aria-expanded': 'false',
    'aria-label': 'Show the whole quote',
    onclick: () => {
      const isOpen = quote.classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(isOpen));
    },
  });
  quote.append(toggle);
  return quote;
}

function drawAll(nodes: EntityNode[], scene: Scene): Node[] {
  return nodes.map((node, at) => {
    if (typeof node === 'string') return new Text(isBlock(nodes[at - 1]) ? unbroken(node) : node);
    const children = drawAll(node.children, scene);
    const draw = DRAW[node.entity.type];
    return draw ? draw(node.entity, children, scene) : el('span', { class: 'tag' }, ...children);
  });
}

/** A block ends its line by itself; the line break that follows it in the text would show as an empty line. */
function unbroken(text: string): string {
  return text.startsWith('\n') ? text.slice(1) : text;
}

function isBlock(node: EntityNode | undefined): boolean {
  return typeof node === 'object' && BLOCKS.includes(node.entity.type);
}

function commandLink(children: Node[], { actions }: Scene): HTMLElement {
  const command = textOf(children);
  return el(
    'button',
    { type: 'button', class: 'command', onclick: () => actions.say(command) },
    ...children,
  );
}

function textOf(nodes: Node[]): string {
  return nodes.map((node) => node.textContent ?? '').join('');
}
