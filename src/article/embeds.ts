import { webUrl } from './links.ts';
import { createElement, createText, type TreeNode } from './tree.ts';

/** Players that pages embed: the address of the player, its name, and the page to open instead. */
const PLAYERS: [player: RegExp, name: string, page: (id: string) => string][] = [
  [
    /(?:youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/|youtu\.be\/)([\w-]{6,20})/i,
    'YouTube',
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/player\.vimeo\.com\/video\/(\d+)/i, 'Vimeo', (id) => `https://vimeo.com/${id}`],
  [
    /dailymotion\.com\/embed\/video\/(\w+)/i,
    'Dailymotion',
    (id) => `https://www.dailymotion.com/video/${id}`,
  ],
  [
    /player\.bilibili\.com\/player\.html[^#]*?[?&]bvid=(\w+)/i,
    'bilibili',
    (id) => `https://www.bilibili.com/video/${id}`,
  ],
  [
    /player\.bilibili\.com\/player\.html[^#]*?[?&]aid=(\d+)/i,
    'bilibili',
    (id) => `https://www.bilibili.com/video/av${id}`,
  ],
  [
    /v\.qq\.com\/(?:txp\/)?iframe\/player\.html[^#]*?[?&]vid=(\w+)/i,
    '腾讯视频',
    (id) => `https://v.qq.com/x/page/${id}.html`,
  ],
  [
    /player\.youku\.com\/embed\/([\w=]+)/i,
    'Youku',
    (id) => `https://v.youku.com/v_show/id_${id}.html`,
  ],
  [/open\.spotify\.com\/embed\/(\w+\/\w+)/i, 'Spotify', (id) => `https://open.spotify.com/${id}`],
  [/w\.soundcloud\.com\/player\/[^#]*?[?&]url=([^&]+)/i, 'SoundCloud', decoded],
  [
    /player\.twitch\.tv\/[^#]*?[?&]video=v?(\d+)/i,
    'Twitch',
    (id) => `https://www.twitch.tv/videos/${id}`,
  ],
  [/player\.twitch\.tv\/[^#]*?[?&]channel=(\w+)/i, 'Twitch', (id) => `https://www.twitch.tv/${id}`],
  [/facebook\.com\/plugins\/(?:video|post)\.php[^#]*?[?&]href=([^&]+)/i, 'Facebook', decoded],
  [
    /instagram\.com\/(?:p|reel)\/([\w-]+)\/embed/i,
    'Instagram',
    (id) => `https://www.instagram.com/p/${id}/`,
  ],
  [/platform\.twitter\.com\/embed[^#]*?[?&]id=(\d+)/i, 'X', (id) => `https://x.com/i/status/${id}`],
  [
    /tiktok\.com\/(?:embed|player)\/(?:v\d\/)?(\d+)/i,
    'TikTok',
    (id) => `https://www.tiktok.com/@_/video/${id}`,
  ],
  [/rutube\.ru\/play\/embed\/(\w+)/i, 'Rutube', (id) => `https://rutube.ru/video/${id}/`],
];

/** Turns players into links that say where they lead. A video's poster stays on its link as `poster`,
 *  and the link to a recording itself says how it plays as `player`. */
export function settleEmbeds(root: TreeNode, baseUrl: string): void {
  for (const name of ['IFRAME', 'EMBED', 'VIDEO', 'AUDIO']) {
    for (const embed of root.find(name)) {
      const link = linkOf(embed, baseUrl);
      if (link) embed.replaceWith(link);
      else embed.remove();
    }
  }
}

function linkOf(embed: TreeNode, baseUrl: string): TreeNode | null {
  const { src, poster } = embed.attributes;
  const lazy = embed.attributes['data-src'] ?? embed.attributes['data-lazy-src'];
  const address = webUrl(lazy ?? src ?? embed.attributes.source, baseUrl);
  const target = address && targetOf(embed.nodeName, address);
  if (!target) return null;
  const link = createElement('A', { href: target.page });
  const posterUrl = webUrl(poster, baseUrl);
  if (posterUrl) link.attributes.poster = posterUrl;
  if (target.page === address) link.attributes.player = playerOf(embed.attributes);
  link.appendChild(createText(target.label));
  const paragraph = createElement('P');
  paragraph.appendChild(link);
  return paragraph;
}

/** A film that plays by itself, silently and for ever, is a moving picture. */
function playerOf({ muted, loop, controls }: Record<string, string>): 'silent' | 'sounding' {
  return muted !== undefined && loop !== undefined && controls === undefined
    ? 'silent'
    : 'sounding';
}

function targetOf(name: string, address: string): { label: string; page: string } | null {
  for (const [player, title, pageOf] of PLAYERS) {
    const id = player.exec(address)?.[1];
    const page = id && webUrl(pageOf(id), address);
    if (page) return { label: `▶ ${title}`, page };
  }
  if (name === 'VIDEO') return { label: '▶ Video', page: address };
  return name === 'AUDIO' ? { label: '🎧 Audio', page: address } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
