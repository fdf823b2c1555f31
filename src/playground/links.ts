import { isIPv6 } from 'node:net';

/** A link as TDLib keeps it, or what TDLib says is wrong with it. */
export type CheckedLink = { url: string } | { fault: string };

const SCHEMES = new Set(['http', 'https', 'tg', 'ton', 'tonsite']);

/** TDLib's `LinkManager::check_link`: scheme added, host in lower case, a path of at least `/`, blanks as `%20`. */
export function checkLink(given: string): CheckedLink {
  const link = given.trim();
  const [, named, rest = ''] = /^(?:([^:/?#@[\]]+):\/\/|tg:(?!\/\/))?(.*)$/is.exec(link) ?? [];
  const scheme = named?.toLowerCase() ?? (/^tg:/i.test(link) ? 'tg' : 'http');
  if (!SCHEMES.has(scheme)) return { fault: 'Unsupported URL protocol' };
  const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const port = /:([^:\]@]*)$/.exec(authority)?.[1];
  if (port !== undefined && !isPort(port)) {
    return { fault: 'Wrong port number specified in the URL' };
  }
  const user = authority.slice(0, authority.lastIndexOf('@') + 1);
  if (user.slice(0, -1).includes('@')) return { fault: 'Disallowed character in URL userinfo' };
  const host = authority.slice(user.length).toLowerCase();
  const fault = faultOfHost(host.slice(0, port === undefined ? undefined : -port.length - 1));
  if (fault !== null) return { fault };
  if (scheme.startsWith('http') && !/[.[]/.test(host)) return { fault: 'Wrong HTTP URL' };
  const rooted = /^[/]/.test(path) || (named === undefined && scheme === 'tg') ? path : `/${path}`;
  return { url: `${scheme}://${user}${host}${rooted.replace(/[\0-\x20]/g, '%20')}` };
}

/** Only these does a rich message take as the target of a link. */
export function isRichUrl(url: string): boolean {
  if (/^(mailto:|tel:|#)./i.test(url)) return true;
  return /^(https?|tg|ton|tonsite):\/\//i.test(url) && 'url' in checkLink(url);
}

function isPort(digits: string): boolean {
  return /^0*[1-9]\d{0,4}$/.test(digits) && Number(digits) <= 65_535;
}

function faultOfHost(host: string): string | null {
  if (host === '') return 'URL host is empty';
  if (host === '.') return 'Host is invalid';
  if (/^\[[0-9a-f:.]+\]$/.test(host)) {
    return isIPv6(host.slice(1, -1)) ? null : 'Wrong IPv6 address specified in the URL';
  }
  return /[\s\p{Cc}<>"`\\^{}|:[\]]/u.test(host) ? 'Disallowed character in URL host' : null;
}
