import type { Motif } from './motifs.ts';

/** An article of the sample site as it lies in the drawer, before it is printed. */
export type Story = {
  /** Unique in the whole site; names its page and its pictures. */
  slug: string;
  title: string;
  summary: string;
  author: string;
  category: string;
  /** Stands over the article; a story without one is printed without. */
  picture: { motif: Motif; alt: string } | null;
  /** Blocks parted by blank lines: a paragraph, HTML (`<…`), or a picture with its caption (`!motif caption`). */
  body: string;
};
