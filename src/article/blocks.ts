import { pictureKey } from './pictures.ts';
import { oneLine, textKey } from './plain.ts';
import type { TreeNode } from './tree.ts';

/** One block of text as a reader meets it, and what its form says. */
export type Block = {
  kind: 'paragraph' | 'heading' | 'caption' | 'bullet' | 'code' | 'table';
  text: string;
  /** Shares of the text, 0 to 1, that are bold or linked. */
  boldShare: number;
  linkShare: number;
};

const WHOLE = new Set(['HR', 'PRE', 'TABLE']);
const KINDS: Record<string, Block['kind']> = {
  FIGCAPTION: 'caption',
  LI: 'bullet',
  PRE: 'code',
  TABLE: 'table',
};
const FINGERPRINT_CHARS = 160;

/** The innermost blocks of a tree in reading order; a table or a rule counts as one. */
export function leafBlocks(root: TreeNode): TreeNode[] {
  const blocks: TreeNode[] = [];
  collect(root, blocks);
  return blocks;
}

/** What a leaf block says; null when it has no text. */
export function describeBlock(node: TreeNode): Block | null {
  const text = displayText(node);
  if (text === '') return null;
  return {
    kind: kindOf(node),
    text,
    boldShare: shareOf(node, 'STRONG'),
    linkShare: shareOf(node, 'A'),
  };
}

/** The text of a node on one line. */
export function displayText(node: TreeNode): string {
  return oneLine(node.textContent);
}

/** The part of a node's text, 0 to 1, that stands inside elements of that name. */
export function shareOf(node: TreeNode, name: 'A' | 'STRONG'): number {
  const inside = node.find(name);
  if (inside.length === 0) return 0;
  const total = displayText(node).length;
  const part = inside.reduce((sum, element) => sum + displayText(element).length, 0);
  return total === 0 ? 0 : Math.min(1, part / total);
}

/** Equal for blocks that say the same but for their numbers, or show the same picture; '' for those that say nothing. */
export function fingerprint(node: TreeNode): string {
  const text = textKey(node.textContent.slice(0, 4 * FINGERPRINT_CHARS));
  if (text) return text.replace(/\d+/g, '#').slice(0, FINGERPRINT_CHARS);
  const source = node.find('IMG')[0]?.attributes.src;
  return source ? pictureFingerprint(source) : '';
}

export function pictureFingerprint(source: string): string {
  return `picture ${pictureKey(source)}`;
}

export function isRepeated(node: TreeNode, repeated: ReadonlySet<string>): boolean {
  return repeated.size > 0 && repeated.has(fingerprint(node));
}

function collect(node: TreeNode, blocks: TreeNode[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.isElement) continue;
    if (child.has('BLOCK') && !WHOLE.has(child.nodeName)) collect(child, blocks);
    else blocks.push(child);
  }
}

function kindOf(node: TreeNode): Block['kind'] {
  if (/^H[1-6]$/.test(node.nodeName)) return 'heading';
  const own = KINDS[node.nodeName];
  if (own) return own;
  const outer = node.closest('FIGCAPTION', 'LI', 'TABLE');
  return (outer && KINDS[outer.nodeName]) ?? 'paragraph';
}
