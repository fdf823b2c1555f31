import type { Say } from './texts.ts';

/** Reasons that have a sentence of their own; all others share one. */
const TOLD = new Set([
  'dns',
  'refused',
  'tls',
  'timeout',
  'redirects',
  'blocked',
  'notFound',
  'gone',
  'forbidden',
  'serverError',
  'rateLimited',
  'notAFeed',
  'tooLarge',
]);

/** A sentence for people about why a feed cannot be had. */
export function failureText(say: Say, reason: string, host: string): string {
  return say(`unreachable-${TOLD.has(reason) ? reason : 'other'}`, { host });
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
