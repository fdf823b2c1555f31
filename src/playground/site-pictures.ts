import { drawPicture, PICTURE_HEIGHT, PICTURE_WIDTH, type PictureFormat } from './drawings.ts';
import type { Motif } from './motifs.ts';
import type { Section } from './sections.ts';

/** A picture of the site as its pages and feeds name it. */
export type SitePicture = {
  path: string;
  alt: string;
  width: number;
  height: number;
  type: 'image/jpeg' | 'image/png';
};

type Plan = { motif: Motif; seed: number; format: PictureFormat };

const FLAT: Motif[] = ['chart', 'map'];
const INSET = /^!(\w+) (.+)$/gm;

/** The picture over a story, or one inside of it. */
export function pictureOf(slug: string, motif: Motif, alt: string): SitePicture {
  const format = formatOf(motif);
  return {
    path: `/pictures/${slug}-${motif}.${format === 'png' ? 'png' : 'jpg'}`,
    alt,
    width: PICTURE_WIDTH,
    height: PICTURE_HEIGHT,
    type: `image/${format}`,
  };
}

/** A picture inside a story has its own name, since it may show the same motif as the one above. */
export function insetSlug(slug: string): string {
  return `${slug}-inside`;
}

/** Draws pictures of these sections by path, each only once; null for a path that none of them has. */
export function createPictures(sections: Section[]): (path: string) => Promise<Buffer> | null {
  const plans = new Map(sections.flatMap(plansOf));
  const drawn = new Map<string, Promise<Buffer>>();
  return (path) => {
    const plan = plans.get(path);
    if (!plan) return null;
    const picture = drawn.get(path) ?? drawPicture(plan.motif, plan.seed, plan.format);
    drawn.set(path, picture);
    return picture;
  };
}

function plansOf({ stories }: Section): [string, Plan][] {
  return stories.flatMap(({ slug, picture, body }) => {
    const insets = [...body.matchAll(INSET)].map((match) => match[1] as Motif);
    return [
      ...(picture ? [planOf(slug, picture.motif)] : []),
      ...insets.map((motif) => planOf(insetSlug(slug), motif)),
    ];
  });
}

function planOf(slug: string, motif: Motif): [string, Plan] {
  const seed = [...slug].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 9973;
  return [pictureOf(slug, motif, '').path, { motif, seed, format: formatOf(motif) }];
}

/** Charts and maps are published as PNG, as they are in the world. */
function formatOf(motif: Motif): PictureFormat {
  return FLAT.includes(motif) ? 'png' : 'jpeg';
}
