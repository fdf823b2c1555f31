import { absolute, escaped, imageHtml } from './markup.ts';
import type { Section } from './sections.ts';
import type { SiteArticle } from './site.ts';

/** A feed as it goes out; articles newest first. `origin` is the site's address without a slash at its end. */
export type FeedIssue = { section: Section; articles: SiteArticle[]; origin: string };

export const FEED_TYPES: Record<Section['format'], string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

export function feedText(issue: FeedIssue): string {
  switch (issue.section.format) {
    case 'rss':
      return rss(issue);
    case 'atom':
      return atom(issue);
    case 'json':
      return jsonFeed(issue);
  }
}

function rss({ section, articles, origin }: FeedIssue): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escaped(section.title)}</title>
<link>${origin}/${section.code}</link>
<description>${escaped(section.description)}</description>
<language>${section.code}</language>
<atom:link rel="self" type="application/rss+xml" href="${origin}${section.feedPath}"/>
${articles.map((article) => rssEntry(article, section, origin)).join('\n')}
</channel>
</rss>
`;
}

function rssEntry(article: SiteArticle, section: Section, origin: string): string {
  return `<item>
<title>${escaped(article.title)}</title>
<link>${origin}${article.path}</link>
<guid isPermaLink="false">${article.guid}</guid>
<pubDate>${new Date(article.published).toUTCString()}</pubDate>
<dc:creator>${escaped(article.author)}</dc:creator>
<category>${escaped(article.category)}</category>
<description>${escaped(article.summary)}</description>
<content:encoded>${escaped(contentHtml(article, section, origin))}</content:encoded>
${rssPicture(article, section, origin)}</item>`;
}

function rssPicture({ picture }: SiteArticle, { pictures }: Section, origin: string): string {
  if (!picture) return '';
  const url = `${origin}${picture.path}`;
  if (pictures === 'enclosure') {
    return `<enclosure url="${url}" type="${picture.type}" length="0"/>\n`;
  }
  if (pictures !== 'media') return '';
  const { type, width, height } = picture;
  return `<media:content url="${url}" medium="image" type="${type}" width="${width}" height="${height}"><media:description>${escaped(picture.alt)}</media:description></media:content>\n`;
}

function atom({ section, articles, origin }: FeedIssue): string {
  const updated = isoTime(articles[0]?.published ?? 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${section.code}">
<id>${feedId(section)}</id>
<title>${escaped(section.title)}</title>
<subtitle>${escaped(section.description)}</subtitle>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${origin}${section.feedPath}"/>
<link rel="alternate" type="text/html" href="${origin}/${section.code}"/>
${articles.map((article) => atomEntry(article, section, origin)).join('\n')}
</feed>
`;
}

function atomEntry(article: SiteArticle, section: Section, origin: string): string {
  const { picture } = article;
  const enclosure =
    picture && section.pictures === 'enclosure'
      ? `<link rel="enclosure" type="${picture.type}" href="${origin}${picture.path}"/>\n`
      : '';
  const content =
    section.content === 'full'
      ? `<content type="html">${escaped(contentHtml(article, section, origin))}</content>\n`
      : '';
  return `<entry>
<id>${article.guid}</id>
<title>${escaped(article.title)}</title>
<link rel="alternate" type="text/html" href="${origin}${article.path}"/>
${enclosure}<published>${isoTime(article.published)}</published>
<updated>${isoTime(article.published)}</updated>
<author><name>${escaped(article.author)}</name></author>
<category term="${escaped(article.category)}"/>
<summary>${escaped(article.summary)}</summary>
${content}</entry>`;
}

function jsonFeed({ section, articles, origin }: FeedIssue): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: section.title,
    description: section.description,
    language: section.code,
    home_page_url: `${origin}/${section.code}`,
    feed_url: `${origin}${section.feedPath}`,
    items: articles.map((article) => ({
      id: article.guid,
      url: `${origin}${article.path}`,
      title: article.title,
      summary: article.summary,
      content_html: contentHtml(article, section, origin),
      image: article.picture ? `${origin}${article.picture.path}` : undefined,
      date_published: isoTime(article.published),
      authors: [{ name: article.author }],
      tags: [article.category],
    })),
  };
  return JSON.stringify(feed, null, 2);
}

function contentHtml(article: SiteArticle, section: Section, origin: string): string {
  const { picture } = article;
  const head = picture && section.pictures === 'body' ? `<p>${imageHtml(picture)}</p>\n` : '';
  return absolute(head + article.html, origin);
}

/** A tag URI (RFC 4151), so that the feed stays the same feed on another port. */
function feedId({ code }: Section): string {
  return `tag:sandrey.example,2026:${code}`;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
