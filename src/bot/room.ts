import type { Quota } from '../relay/quotas.ts';
import { personOf } from './allowed.ts';
import type { BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

const QUOTA_TEXTS: Record<Quota['of'], string> = {
  ...{ chat: 'quota-chat', day: 'quota-day', person: 'quota-person' },
};

/** What somebody has used up, and what they can do about it. */
export function quotaText(ctx: BotContext, { of, most }: Quota): string {
  return ctx.say(QUOTA_TEXTS[of], { most });
}

/** Why the web is not asked for this address now; null when it may be. What we know already costs nothing. */
export async function addressRefusal(
  ctx: BotContext,
  url: string,
  { store, rights, quotas, requests }: BotParts,
): Promise<string | null> {
  const personId = personOf(ctx);
  if (rights.isOwner(personId) || (await store.feeds.byUrl(url))) return null;
  const quota = await quotas.againstAddress(personId);
  if (quota) return quotaText(ctx, quota);
  const taken = requests.take(personId);
  if (taken.kind === 'go') return null;
  return ctx.say('slow-down', { seconds: Math.ceil(taken.forMs / 1000) });
}
