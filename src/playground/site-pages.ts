import { escaped, imageHtml } from './markup.ts';
import { SECTIONS, type Section } from './sections.ts';
import type { SiteArticle } from './site.ts';
import { FEED_TYPES } from './site-feeds.ts';

/** The page of one article, with the furniture of a real newspaper around it: what a reader view must remove. */
export function articlePage(
  article: SiteArticle,
  section: Section,
  around: { origin: string; related: SiteArticle[] },
): string {
  const { origin, related } = around;
  const { picture } = article;
  const head = `<meta name="description" content="${escaped(article.summary)}">
<meta name="author" content="${escaped(article.author)}">
<link rel="canonical" href="${origin}${article.path}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${escaped(section.title)}">
<meta property="og:title" content="${escaped(article.title)}">
<meta property="og:description" content="${escaped(article.summary)}">
<meta property="og:url" content="${origin}${article.path}">
<meta property="article:published_time" content="${new Date(article.published).toISOString()}">
${picture ? pictureTags(`${origin}${picture.path}`, picture.width, picture.height) : ''}`;
  const body = `<main><article lang="${section.code}" dir="${section.direction}">
<p class="category"><a href="/${section.code}">${escaped(article.category)}</a></p>
<h1>${escaped(article.title)}</h1>
<p class="standfirst">${escaped(article.summary)}</p>
<p class="byline"><span rel="author">${escaped(article.author)}</span> · ${timeHtml(article)}</p>
${SHARE_BAR}
${picture ? `<figure class="hero">${imageHtml(picture)}</figure>` : ''}
<div class="article-body">
${article.html}
</div>
</article>
<aside class="related"><h2>More from ${escaped(section.title)}</h2>
<ul>${related.map((it) => `<li><a href="${it.path}">${escaped(it.title)}</a></li>`).join('')}</ul></aside>
${NEWSLETTER}
</main>`;
  return page({ section, title: article.title, head, body });
}

/** The front page of a section, or of all of them. */
export function frontPage(sections: Section[], articles: SiteArticle[]): string {
  const section = sections.length === 1 ? sections[0] : undefined;
  const title = section?.title ?? 'The Sandrey Gazette';
  const body = `<main><h1 class="front">${escaped(title)}</h1>
<p class="standfirst">${escaped(section?.description ?? 'A newspaper that was never printed, in seven languages')}</p>
<div class="cards">${articles.map(card).join('\n')}</div>
<aside class="feeds"><h2>Feeds</h2><ul>${sections.map(feedLine).join('')}</ul></aside></main>`;
  return page({ section, title, head: '', body, announced: sections });
}

function page(told: {
  section: Section | undefined;
  title: string;
  head: string;
  body: string;
  announced?: Section[];
}): string {
  const { section, title, head, body } = told;
  const announced = told.announced ?? (section ? [section] : []);
  return `<!doctype html>
<html lang="${section?.code ?? 'en'}" dir="${section?.direction ?? 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/site.css">
${announced.map(alternate).join('\n')}
${head}
</head>
<body>
<header class="masthead"><a class="name" href="/">The Sandrey Gazette</a>
<nav>${SECTIONS.map(({ code }) => `<a href="/${code}">${code}</a>`).join(' ')}</nav></header>
${body}
<footer class="colophon"><p>A sample site of the Telewire playground. No ferry was delayed for it.</p>
<nav><a href="/">Front page</a> <a href="/en/town-map-walkers">Contact</a></nav></footer>
</body>
</html>
`;
}

function alternate({ format, title, feedPath }: Section): string {
  return `<link rel="alternate" type="${FEED_TYPES[format]}" title="${escaped(title)}" href="${feedPath}">`;
}

function pictureTags(url: string, width: number, height: number): string {
  return `<meta property="og:image" content="${url}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta name="twitter:card" content="summary_large_image">`;
}

function card(article: SiteArticle): string {
  return `<section class="card" dir="auto"><a href="${article.path}">
${article.picture ? imageHtml(article.picture) : ''}<h2 dir="auto">${escaped(article.title)}</h2></a>
<p dir="auto">${escaped(article.summary)}</p></section>`;
}

function feedLine({ title, feedPath }: Section): string {
  return `<li><a href="${feedPath}" dir="auto">${escaped(title)}</a></li>`;
}

function timeHtml({ published }: SiteArticle): string {
  const iso = new Date(published).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')}</time>`;
}

const SHARE_BAR = `<div class="share social-share" role="group" aria-label="Share"><a href="#share">Share</a> <a href="#print">Print</a> <a href="#save">Save for later</a></div>`;

const NEWSLETTER = `<aside class="newsletter"><h2>The Sunday letter</h2>
<p>Our best stories of the week, and one recipe. Sign up, and we will never write.</p>
<form><label>E-mail <input type="email" name="email"></label> <button>Sign up</button></form></aside>`;
