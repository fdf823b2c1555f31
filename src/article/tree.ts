import { BLOCKS } from './tags.ts';

const TEXT_NAME = '#text';
/** Names whose presence below a node is known without a walk; `BLOCK` stands for any block. */
type Asked = 'A' | 'BLOCK' | 'BR' | 'EM' | 'HR' | 'IFRAME' | 'IMG' | 'TABLE' | 'TH' | 'VIDEO';
const ASKED: string[] = ['A', 'BLOCK', 'BR', 'EM', 'HR', 'IFRAME', 'IMG', 'TABLE', 'TH', 'VIDEO'];
/** Names that are looked for often, or that turndown asks for. */
const SOUGHT =
  'AUDIO CODE DEL EMBED FIGCAPTION FIGURE P PRE STRONG SUB SUP TBODY TD TFOOT THEAD TR'.split(' ');
const BITS = new Map([...ASKED, ...SOUGHT].map((name, index) => [name, 1 << index]));
const BLOCK_BIT = BITS.get('BLOCK') ?? 0;
const NONE: TreeNode[] = [];

type Facts = { text: string; mask: number };

/** The smallest DOM that satisfies turndown (hence a class with the DOM's names), and our own few
 *  movements in it. Text and names below a node are cached: a node has its facts only while all nodes
 *  below it have theirs, so a change may stop climbing at the first node without. */
export class TreeNode {
  readonly nodeType: number;
  readonly isElement: boolean;
  nodeName: string;
  attributes: Record<string, string>;
  parentNode: TreeNode | null = null;
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  /** Where the element stood in the HTML, in UTF-16 units, its tags included. */
  start = 0;
  end = 0;
  // Turndown writes these four; declared here, all nodes keep one shape.
  isBlock = false;
  isCode = false;
  isBlank = false;
  flankingWhitespace: unknown = null;
  private content = '';
  private facts: Facts | null = null;

  constructor(nodeName: string, attributes: Record<string, string> = {}) {
    this.nodeName = nodeName;
    this.isElement = nodeName !== TEXT_NAME;
    this.nodeType = this.isElement ? 1 : 3;
    this.attributes = attributes;
  }

  get data(): string {
    return this.content;
  }

  set data(text: string) {
    if (text === this.content) return;
    this.content = text;
    this.parentNode?.forget();
  }

  get nodeValue(): string | null {
    return this.isElement ? null : this.content;
  }

  get textContent(): string {
    return this.isElement ? this.know().text : this.content;
  }

  get childNodes(): TreeNode[] {
    if (this.firstChild === null) return NONE;
    const nodes: TreeNode[] = [];
    for (let node: TreeNode | null = this.firstChild; node; node = node.nextSibling)
      nodes.push(node);
    return nodes;
  }

  /** Whether an element of that name stands below this node. */
  has(name: Asked): boolean {
    return this.mayHave(BITS.get(name));
  }

  /** All elements of that name below this node, in document order. */
  find(name: string): TreeNode[] {
    if (!this.mayHave(BITS.get(name))) return NONE;
    const found: TreeNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) {
      if (node.nodeName === name) found.push(node);
      if (node.isElement) for (const inner of node.find(name)) found.push(inner);
    }
    return found;
  }

  /** The nearest ancestor of one of these names. */
  closest(...names: string[]): TreeNode | null {
    let node = this.parentNode;
    while (node && !names.includes(node.nodeName)) node = node.parentNode;
    return node;
  }

  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  // Turndown only counts what it gets here, and asks for many names that no tree has.
  getElementsByTagName(name: string): TreeNode[] {
    const bit = BITS.get(name);
    return bit !== undefined && this.mayHave(bit) ? [this] : NONE;
  }

  // Turndown wants a copy to work on; the tree is ours to give.
  cloneNode(): TreeNode {
    return this;
  }

  appendChild(child: TreeNode): void {
    this.insertBefore(child, null);
  }

  insertBefore(child: TreeNode, next: TreeNode | null): void {
    child.remove();
    const previous = next ? next.previousSibling : this.lastChild;
    child.parentNode = this;
    child.previousSibling = previous;
    child.nextSibling = next;
    if (previous) previous.nextSibling = child;
    else this.firstChild = child;
    if (next) next.previousSibling = child;
    else this.lastChild = child;
    this.forget();
  }

  removeChild(child: TreeNode): void {
    child.remove();
  }

  remove(): void {
    const { parentNode: parent, previousSibling: previous, nextSibling: next } = this;
    if (parent === null) return;
    if (previous) previous.nextSibling = next;
    else parent.firstChild = next;
    if (next) next.previousSibling = previous;
    else parent.lastChild = previous;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
    parent.forget();
  }

  rename(name: string): void {
    this.nodeName = name;
    this.forget();
  }

  replaceWith(node: TreeNode): void {
    this.parentNode?.insertBefore(node, this);
    this.remove();
  }

  /** Leaves its children in its place. */
  unwrap(): void {
    const parent = this.parentNode;
    if (parent === null) return;
    while (this.firstChild) parent.insertBefore(this.firstChild, this);
    this.remove();
  }

  private mayHave(bit: number | undefined): boolean {
    return this.isElement && (bit === undefined || (this.know().mask & bit) !== 0);
  }

  private forget(): void {
    let node: TreeNode | null = this;
    do {
      node.facts = null;
      node = node.parentNode;
    } while (node?.facts);
  }

  private know(): Facts {
    if (this.facts) return this.facts;
    let text = '';
    let mask = 0;
    for (let node = this.firstChild; node; node = node.nextSibling) {
      text += node.nodeName === 'BR' ? ' ' : node.textContent;
      if (node.isElement) mask |= (BITS.get(node.nodeName) ?? 0) | node.know().mask;
      if (BLOCKS.has(node.nodeName)) mask |= BLOCK_BIT;
    }
    this.facts = { text, mask };
    return this.facts;
  }
}

export function createElement(name: string, attributes?: Record<string, string>): TreeNode {
  return new TreeNode(name, attributes);
}

export function createText(text: string): TreeNode {
  const node = new TreeNode(TEXT_NAME);
  node.data = text;
  return node;
}
