import type { Motif } from './motifs.ts';
import { insetSlug, pictureOf, type SitePicture } from './site-pictures.ts';
import type { Story } from './story.ts';

/** Escapes a text for HTML and XML, in elements and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The story's blocks as HTML; links and pictures are relative to the site. */
export function storyHtml({ slug, body }: Story): string {
  return body
    .split('\n\n')
    .map((block) => blockHtml(block.trim(), slug))
    .join('\n');
}

export function imageHtml({ path, alt, width, height }: SitePicture): string {
  return `<img src="${path}" alt="${escaped(alt)}" width="${width}" height="${height}">`;
}

/** The same HTML with absolute links, as it stands in a feed. */
export function absolute(html: string, origin: string): string {
  return html.replace(/(href|src)="\//g, `$1="${origin}/`);
}

function blockHtml(block: string, slug: string): string {
  const inset = /^!(\w+) (.+)$/.exec(block);
  if (inset?.[1] && inset[2]) {
    const picture = pictureOf(insetSlug(slug), inset[1] as Motif, inset[2]);
    return `<figure>${imageHtml(picture)}<figcaption>${inset[2]}</figcaption></figure>`;
  }
  return block.startsWith('<') && !/^<(strong|em|a)\b/.test(block) ? block : `<p>${block}</p>`;
}
