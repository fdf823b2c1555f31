/** What a feed showed from fetch to fetch, and which posts were new to a reader each time, in the order of sending. */
export type History = {
  claim: string;
  /** The first fetch is the baseline: nothing of it is sent. */
  fetches: { document: string; sent: string[] }[];
};

export type Written = {
  guid?: string;
  title?: string;
  link?: string;
  date?: string;
  text?: string;
};

/** An entry as most feeds have it; everything about it can be changed or left out (undefined). */
export function written(name: string, changed: Partial<Written> = {}): Written {
  return {
    guid: `tag:paper.example,2026:${name}`,
    title: `What ${name} did`,
    link: `https://paper.example/2026/${name}`,
    date: '2026-11-25T09:00:00Z',
    text: `<p>This is the story of ${name}, told in one good sentence.</p>`,
    ...changed,
  };
}

export function rss(...entries: Written[]): string {
  return `<rss version="2.0"><channel><title>Paper</title><link>https://paper.example/</link>${entries.map(item).join('')}</channel></rss>`;
}

export function atom(...entries: Written[]): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><link href="https://paper.example/"/>${entries
    .map(
      ({ guid, title, link, date, text }) =>
        `<entry>${tag('id', guid)}${tag('title', title)}${link ? `<link href="${link}"/>` : ''}${tag('updated', date)}` +
        `<content type="html"><![CDATA[${text}]]></content></entry>`,
    )
    .join('')}</feed>`;
}

function item({ guid, title, link, date, text }: Written): string {
  const id = guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`;
  const published = date && new Date(date).toUTCString();
  return `<item>${id}${tag('title', title)}${tag('link', link)}${tag('pubDate', published)}<description><![CDATA[${text}]]></description></item>`;
}

function tag(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text.replaceAll('&', '&amp;')}</${name}>`;
}
