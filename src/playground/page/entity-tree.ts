import type { ShownEntity } from '../protocol.ts';

/** A run of plain text, or an entity around what it covers. */
export type EntityNode = string | { entity: ShownEntity; children: EntityNode[] };

type Open = { end: number; children: EntityNode[] };

/** Nests flat entities (offsets in UTF-16 units). One that crosses its neighbour's end is cut there;
 *  one outside of the text is left out. */
export function entityTree(text: string, entities: ShownEntity[]): EntityNode[] {
  const root: Open = { end: text.length, children: [] };
  const stack = [root];
  let at = 0;

  for (const entity of outermostFirst(entities)) {
    writeUntil(Math.min(entity.offset, text.length));
    const around = stack.at(-1) ?? root;
    const end = Math.min(entity.offset + entity.length, around.end);
    if (entity.offset < 0 || end <= entity.offset) continue;
    const children: EntityNode[] = [];
    around.children.push({ entity, children });
    stack.push({ end, children });
  }
  writeUntil(text.length);
  return root.children;

  function writeUntil(offset: number): void {
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const end = Math.min(offset, top.end);
      if (end > at) {
        top.children.push(text.slice(at, end));
        at = end;
      }
      if (stack.length === 1 || top.end > offset) return;
      stack.pop();
    }
  }
}

function outermostFirst(entities: ShownEntity[]): ShownEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}
