import { displayText } from './blocks.ts';
import { absoluteUrl } from './links.ts';
import { BLOCKS } from './tags.ts';
import type { TreeNode } from './tree.ts';

/** Schemes that open a messenger in order to pass something on. */
const SHARE_SCHEME =
  /^(?:(?:whatsapp|fb-messenger|viber|line|weixin|mqqapi|sms|skype|kakaolink|zalo):|tg:\/\/msg|mailto:\?)/i;
/** Endpoints of networks whose only purpose is to pass a page on: host (with its subdomains), and path with query. */
const SHARE_ENDPOINTS: [host: string, path: RegExp][] = [
  ['facebook.com', /^\/(?:sharer|share\b|share\.php|dialog\/(?:share|feed|send))/],
  ['twitter.com', /^\/(?:intent|share|home\?status)/],
  ['x.com', /^\/(?:intent|share|home\?status)/],
  ['whatsapp.com', /^\/send/],
  ['wa.me', /^\/\?/],
  ['linkedin.com', /^\/(?:sharearticle|sharing|cws\/share)/i],
  ['t.me', /^\/share\b/],
  ['telegram.me', /^\/share\b/],
  ['pinterest.com', /^\/pin\/create/],
  ['reddit.com', /^\/submit/],
  ['tumblr.com', /^\/(?:share|widgets\/share)/],
  ['vk.com', /^\/share/],
  ['vkontakte.ru', /^\/share/],
  ['ok.ru', /share|st\.cmd=addShare/],
  ['odnoklassniki.ru', /share|st\.cmd=addShare/],
  ['weibo.com', /share/],
  ['v.t.sina.com.cn', /share/],
  ['qq.com', /(?:qzshare|sharepush|widget\/shareqq)|^\/cgi-bin\/qzshare/],
  ['douban.com', /^\/(?:share|recommend)/],
  ['line.me', /share|^\/R\/msg/],
  ['b.hatena.ne.jp', /^\/(?:add|entry|append)/],
  ['getpocket.com', /^\/(?:save|edit)/],
  ['instapaper.com', /^\/(?:hello2|edit|text)/],
  ['flipboard.com', /bookmarklet|\/share/],
  ['xing.com', /share/],
  ['digg.com', /submit/],
  ['delicious.com', /^\/(?:post|save)/],
  ['del.icio.us', /^\/post/],
  ['stumbleupon.com', /submit/],
  ['slashdot.org', /bookmark|submit/],
  ['buffer.com', /^\/add/],
  ['bufferapp.com', /^\/add/],
  ['mix.com', /^\/(?:add|mixit)/],
  ['news.ycombinator.com', /submitlink/],
  ['plus.google.com', /^\/share/],
  ['bsky.app', /^\/intent/],
  ['threads.net', /^\/intent/],
  ['mastodonshare.com', /./],
  ['toot.kytta.dev', /./],
  ['addthis.com', /./],
  ['addtoany.com', /./],
  ['sharethis.com', /./],
  ['jiathis.com', /./],
  ['bshare.cn', /./],
  ['feeds.feedburner.com', /\/~f/],
  ['feedsportal.com', /share|\/\d\.\d\//],
  ['feeds.wordpress.com', /gocomments|^\/1\.0\//],
];
const ENDPOINTS = new Map(SHARE_ENDPOINTS);

/** A label such as "Share:", and what may stand between the buttons. */
const LABEL_CHARS = 24;
const BAR_CHARS = 40;

/** Whether a link passes the article on instead of leading somewhere. */
function isShareLink(href: string): boolean {
  if (SHARE_SCHEME.test(href)) return true;
  const url = URL.parse(href);
  if (url === null) return false;
  if (url.protocol === 'mailto:') return /[?&]body=/i.test(url.search);
  const path = url.pathname + url.search;
  for (let host = url.hostname; host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
    if (ENDPOINTS.get(host)?.test(path)) return true;
  }
  return false;
}

/** Removes share links, the bar they stand in, and the label beside it. */
export function dropShareBars(root: TreeNode, baseUrl: string): void {
  const bars = new Map<TreeNode, TreeNode[]>();
  for (const link of root.find('A')) {
    if (!isShareLink(targetOf(link, baseUrl))) continue;
    const block = blockAround(link) ?? root;
    bars.set(block, bars.get(block) ?? []);
    bars.get(block)?.push(link);
  }
  for (const [bar, links] of bars) dropBar(bar, links);
}

function targetOf(link: TreeNode, baseUrl: string): string {
  const href = link.attributes.href?.trim() ?? '';
  return SHARE_SCHEME.test(href) ? href : (absoluteUrl(href, baseUrl) ?? '');
}

/** The links go, then the block they stood in, then each block around it that holds nothing but a label. */
function dropBar(bar: TreeNode, links: TreeNode[]): void {
  const rest = displayText(bar).length - links.reduce((sum, it) => sum + displayText(it).length, 0);
  // One such link in a sentence is part of what the sentence says.
  const isSentence = links.length === 1 && rest > BAR_CHARS;
  for (const link of links) isSentence ? link.unwrap() : link.remove();
  let block: TreeNode | null = bar;
  let allowed = links.length > 1 ? BAR_CHARS : LABEL_CHARS;
  while (block?.parentNode && isMereLabel(block, allowed)) {
    const around: TreeNode | null = blockAround(block);
    block.remove();
    block = around;
    allowed = LABEL_CHARS;
  }
}

function isMereLabel(block: TreeNode, allowed: number): boolean {
  if (block.has('IMG') || block.has('A') || block.has('HR')) return false;
  if (block.has('IFRAME') || block.has('VIDEO')) return false;
  return displayText(block).length <= allowed;
}

function blockAround(node: TreeNode): TreeNode | null {
  let block = node.parentNode;
  while (block?.parentNode && !BLOCKS.has(block.nodeName)) block = block.parentNode;
  return block?.parentNode ? block : null;
}
