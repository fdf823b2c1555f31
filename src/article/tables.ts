import { BLOCKS } from './tags.ts';
import { createElement, createText, type TreeNode } from './tree.ts';

/** What of a table is shown. */
const MAX_COLUMNS = 20;
const MAX_ROWS = 200;
/** Cells with blocks inside, per cell, from which a table is taken for a page's layout. */
const LAYOUT_BLOCKS = 0.3;

const PARTS = ['TBODY', 'TD', 'TFOOT', 'TH', 'THEAD', 'TR'];

/** Tables made for layout become plain blocks; the others become TABLE > TR > TD, each row equally
 *  long, bounded, with nothing but inline content in their cells. */
export function settleTables(root: TreeNode): void {
  for (const table of root.find('TABLE')) {
    if (table.closest('X-TURNDOWN') === null) continue;
    const rows = table.find('TR').filter((row) => row.closest('TABLE') === table);
    if (isLayout(table, rows)) unfold(table);
    else square(table, rows);
  }
}

function isLayout(table: TreeNode, rows: TreeNode[]): boolean {
  const columns = Math.max(0, ...rows.slice(0, MAX_ROWS).map((row) => cellsOf(row).length));
  if (table.attributes.role === 'presentation' || rows.length <= 1 || columns <= 1) return true;
  if (table.has('TABLE')) return true;
  if (table.has('TH')) return false;
  const cells = rows.flatMap(cellsOf);
  const withBlocks = cells.filter((cell) => cell.has('BLOCK')).length;
  return table.find('IMG').length >= rows.length || withBlocks > cells.length * LAYOUT_BLOCKS;
}

/** Nested tables are looked at later, for themselves. */
function unfold(table: TreeNode): void {
  for (const name of PARTS) {
    for (const part of table.find(name)) {
      if (part.closest('TABLE') === table) part.rename('DIV');
    }
  }
  table.rename('DIV');
}

function square(table: TreeNode, rows: TreeNode[]): void {
  const grid = rows
    .filter((row) => row.textContent.trim() !== '' || row.has('IMG'))
    .slice(0, MAX_ROWS)
    .map((row) => cellsOf(row).slice(0, MAX_COLUMNS));
  const columns = Math.max(0, ...grid.map((cells) => cells.length));
  const squared = createElement('TABLE');
  for (const cells of grid) {
    const row = createElement('TR');
    for (let column = 0; column < columns; column += 1) {
      row.appendChild(inlineCell(cells[column] ?? createElement('TD')));
    }
    squared.appendChild(row);
  }
  table.replaceWith(squared);
}

function cellsOf(row: TreeNode): TreeNode[] {
  return row.childNodes.filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH');
}

function inlineCell(cell: TreeNode): TreeNode {
  for (const lineBreak of cell.find('BR')) lineBreak.replaceWith(createText(' '));
  for (const rule of cell.find('HR')) rule.remove();
  for (const code of cell.find('PRE')) {
    code.attributes = {};
    code.rename('CODE');
  }
  flatten(cell);
  cell.rename('TD');
  return cell;
}

function flatten(cell: TreeNode): void {
  for (const child of cell.childNodes) {
    if (!child.has('BLOCK') && !BLOCKS.has(child.nodeName)) continue;
    flatten(child);
    if (!BLOCKS.has(child.nodeName)) continue;
    cell.insertBefore(createText(' '), child);
    child.unwrap();
  }
}
