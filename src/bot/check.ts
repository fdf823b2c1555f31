import { Composer } from 'grammy';
import type { FeedCheck } from '../relay/check.ts';
import type { Feed } from '../store/schema.ts';
import { isOwnerHere } from './allowed.ts';
import { answer, type BotContext, responding } from './context.ts';
import { failureText, hostOf } from './failures.ts';
import { namedFeed, nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';

/** Feeds asked side by side; each can take as long as a fetch may. */
const AT_ONCE = 8;
/** As many lines as fit into one message. */
const LINES = 15;

/** `/check [<feed>]`: asks one feed, or the whole catalogue, now; what is new goes out as ever. */
export function check(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('check', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const feeds =
      ctx.match === ''
        ? await store.feeds.catalogue()
        : [await namedFeed(ctx, ctx.match, parts, { feeds: await store.feeds.all() })];
    const [first] = feeds;
    if (first === null) return;
    if (first === undefined) return void (await answer(ctx, ctx.say('check-none')));
    const { tell } = responding(ctx);
    await tell(ctx.say('check-running'));
    const checked = await checkAll(
      feeds.filter((feed) => feed !== null),
      parts,
    );
    await tell(report(ctx, checked));
  });

  return feature;
}

type Checked = { feed: Feed; result: FeedCheck };

async function checkAll(feeds: Feed[], { checkFeed }: BotParts): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (let start = 0; start < feeds.length; start += AT_ONCE) {
    const side = feeds.slice(start, start + AT_ONCE);
    checked.push(
      ...(await Promise.all(side.map(async (feed) => ({ feed, result: await checkFeed(feed) })))),
    );
  }
  return checked;
}

/** What is worth telling first: failures, then news, then the rest; what finds no room is counted. */
function report(ctx: BotContext, checked: Checked[]): string {
  const worth = ({ result }: Checked) => {
    if (result.kind === 'failed') return 2;
    return result.kind === 'fetched' && result.fresh > 0 ? 1 : 0;
  };
  const sorted = checked.toSorted((a, b) => worth(b) - worth(a));
  const lines = sorted.slice(0, LINES).map((it) => checkedText(ctx, it));
  const count = sorted.length - lines.length;
  return [...lines, ...(count > 0 ? [ctx.say('check-more', { count })] : [])].join('\n');
}

/** What came of asking a feed. */
export function checkedText(ctx: BotContext, { feed, result }: Checked): string {
  const title = nameOf(feed);
  switch (result.kind) {
    case 'fetched':
      return ctx.say('check-fetched', { title, fresh: result.fresh });
    case 'unchanged':
      return ctx.say('check-fetched', { title, fresh: 0 });
    case 'failed': {
      const reason = failureText(ctx.say, result.reason, hostOf(feed.url));
      return ctx.say('check-failed', { title, reason });
    }
  }
}
