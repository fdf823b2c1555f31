/** The feeds of sites whose URLs say where they are, best first; none for all other sites. */
export function knownFeeds(url: URL): string[] {
  const path = url.pathname.split('/').filter((part) => part !== '');
  if (/\.(atom|rss|xml|json)$/.test(url.pathname)) return [];
  return SITES.get(siteOf(url))?.(path, url) ?? fediverse(path, url);
}

/** The feed that a page of a known site hides: YouTube's channels go by names that only their pages translate. */
export function feedInPage(html: string, pageUrl: string): string | null {
  const url = URL.parse(pageUrl);
  if (!url || siteOf(url) !== 'youtube.com') return null;
  const id = CHANNEL_ID.exec(html)?.slice(1).find(Boolean);
  return id ? `${YOUTUBE_FEED}?channel_id=${id}` : null;
}

/** Whether the site is known to offer no feeds to anybody, so that looking for one is vain: Telegram's channels, and
 *  what lives from keeping people inside. */
export function isFeedless(url: URL): boolean {
  return FEEDLESS.has(siteOf(url));
}

const FEEDLESS = new Set(
  't.me telegram.me telegram.dog x.com twitter.com instagram.com facebook.com linkedin.com tiktok.com threads.net'.split(
    ' ',
  ),
);

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(www|m|old|new|mobile)\./, '');
}

const YOUTUBE_FEED = 'https://www.youtube.com/feeds/videos.xml';

/** In the canonical link, the page's own description, or its script. */
const CHANNEL_ID =
  /<link\b[^>]{0,200}\bhref="https:\/\/www\.youtube\.com\/channel\/(UC[\w-]{10,30})"|<meta itemprop="(?:identifier|channelId)" content="(UC[\w-]{10,30})"|"(?:externalId|channelId)":"(UC[\w-]{10,30})"/;

type Rule = (path: string[], url: URL) => string[];

const SITES = new Map<string, Rule>([
  ['youtube.com', youtube],
  ['github.com', github],
  ['bsky.app', bluesky],
  ['reddit.com', reddit],
  ['medium.com', medium],
]);

function youtube([kind, id]: string[], url: URL): string[] {
  const list = url.searchParams.get('list');
  if (kind === 'channel' && id) return [`${YOUTUBE_FEED}?channel_id=${id}`];
  if (kind === 'user' && id) return [`${YOUTUBE_FEED}?user=${id}`];
  return list ? [`${YOUTUBE_FEED}?playlist_id=${encodeURIComponent(list)}`] : [];
}

/** Releases first: most people who follow a project want those. */
function github([owner, name, kind, branch]: string[]): string[] {
  if (!owner) return [];
  if (!name) return [`https://github.com/${owner}.atom`];
  const project = `https://github.com/${owner}/${name}`;
  if (kind === 'commits') return [`${project}/commits/${branch ? `${branch}.atom` : 'HEAD.atom'}`];
  if (kind === 'tags') return [`${project}/tags.atom`];
  return [`${project}/releases.atom`, `${project}/tags.atom`, `${project}/commits/HEAD.atom`];
}

function bluesky([kind, who]: string[]): string[] {
  return kind === 'profile' && who ? [`https://bsky.app/profile/${who}/rss`] : [];
}

function reddit(path: string[]): string[] {
  const [kind, name, section] = path;
  if (!name || !/^(r|u|user)$/.test(kind ?? '')) return [];
  const isSorted = /^(new|top|hot|rising|comments)$/.test(section ?? '');
  const place = isSorted ? path.join('/') : `${kind}/${name}`;
  return [`https://www.reddit.com/${place}/.rss`];
}

function medium([name]: string[]): string[] {
  return name ? [`https://medium.com/feed/${name}`] : [];
}

/** Mastodon and its relatives: `/@name`, on any host. */
function fediverse([name]: string[], url: URL): string[] {
  return name && /^@[\w.-]+$/.test(name) ? [`${url.origin}/${name}.rss`] : [];
}
