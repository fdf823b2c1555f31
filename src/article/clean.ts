import { settleEmbeds } from './embeds.ts';
import { settleLinks } from './links.ts';
import { settleParagraphs } from './paragraphs.ts';
import { boundedHtml, parseTree } from './parse.ts';
import { settlePictures } from './pictures.ts';
import { dropShareBars } from './shares.ts';
import { settleTables } from './tables.ts';
import type { TreeNode } from './tree.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋';
const SCRIPT_DIGITS = '0123456789+-';

/** A publisher's HTML as a tree of paragraphs, pictures and absolute links, without share bars and
 *  tracking. What stands at its ends is not judged yet. */
export function cleanBody(html: string, baseUrl: string): TreeNode {
  const root = parseTree(boundedHtml(html));
  settleScripts(root);
  settlePictures(root, baseUrl);
  dropShareBars(root, baseUrl);
  settleLinks(root, baseUrl);
  settleEmbeds(root, baseUrl);
  settleTables(root);
  settleParagraphs(root);
  return root;
}

/** Markdown has no raised digits, Unicode has: 10⁶, H₂O. Other raised text stands in the line. */
function settleScripts(root: TreeNode): void {
  for (const [name, digits] of [
    ['SUP', SUPERSCRIPTS],
    ['SUB', SUBSCRIPTS],
  ] as const) {
    for (const script of root.find(name)) {
      const text = script.firstChild;
      if (text && text === script.lastChild && /^[\d+-]{1,6}$/.test(text.data)) {
        text.data = text.data.replace(
          /./g,
          (digit) => digits[SCRIPT_DIGITS.indexOf(digit)] ?? digit,
        );
      }
      script.unwrap();
    }
  }
}
