import type { World } from '../protocol.ts';

/** Where a link leads, as seen from inside the playground. */
export type Target =
  | { kind: 'start'; payload: string }
  | { kind: 'bot' }
  | { kind: 'chat'; chatId: number; messageId: number | null }
  | { kind: 'invitation' }
  | { kind: 'outside'; url: string }
  | { kind: 'nowhere' };

const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];
const TELEGRAM_HOSTS = ['t.me', 'telegram.me', 'telegram.dog'];

/** Links to this world's bot and chats stay inside; what is no web, mail or telephone link leads nowhere. */
export function targetOf(link: string, world: World): Target {
  const url = URL.parse(/^[\w+.-]+:/.test(link) ? link : `https://${link}`);
  if (!url || !SAFE_PROTOCOLS.includes(url.protocol)) return { kind: 'nowhere' };
  const inside = TELEGRAM_HOSTS.includes(url.hostname) ? insideTarget(url, world) : null;
  return inside ?? { kind: 'outside', url: url.href };
}

function insideTarget(url: URL, world: World): Target | null {
  const [name = '', ...rest] = url.pathname.slice(1).split('/');
  if (name.toLowerCase() === world.bot.username.toLowerCase()) return botTarget(url.searchParams);
  const chat = world.chats.find((chat) =>
    name === 'c'
      ? String(chat.id) === `-100${rest[0]}`
      : chat.username?.toLowerCase() === name.toLowerCase(),
  );
  if (!chat) return null;
  return { kind: 'chat', chatId: chat.id, messageId: Number(rest.at(-1)) || null };
}

function botTarget(query: URLSearchParams): Target {
  const payload = query.get('start');
  if (payload !== null) return { kind: 'start', payload };
  return query.has('startgroup') || query.has('startchannel')
    ? { kind: 'invitation' }
    : { kind: 'bot' };
}
