/** The feeds of sites whose URLs say where they are; none for all other sites. */
export function knownFeeds(url: URL): string[] {
  const host = url.hostname.replace(/^(www|m|old|new|mobile)\./, '');
  const path = url.pathname.split('/').filter((part) => part !== '');
  return SITES.get(host)?.(path, url) ?? fediverse(path, url);
}

type Rule = (path: string[], url: URL) => string[];

const SITES = new Map<string, Rule>([
  ['youtube.com', youtube],
  ['github.com', github],
  ['bsky.app', bluesky],
  ['reddit.com', reddit],
  ['medium.com', medium],
]);

function youtube([kind, id]: string[], url: URL): string[] {
  const feed = 'https://www.youtube.com/feeds/videos.xml';
  const list = url.searchParams.get('list');
  if (kind === 'channel' && id) return [`${feed}?channel_id=${id}`];
  if (kind === 'user' && id) return [`${feed}?user=${id}`];
  return list ? [`${feed}?playlist_id=${encodeURIComponent(list)}`] : [];
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
