import { urlOf } from '../relay/find.ts';
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

/** Of an address as somebody typed it, with or without what comes before the host. */
export function hostOf(address: string): string {
  return URL.parse(urlOf(address) ?? address)?.host || address;
}
