import { fanOuts } from './capacity-fanout.ts';
import type { Played } from './capacity-run.ts';
import { digests, mix, posts, STORY, story, storyInLines } from './capacity-scenes.ts';

// npm run bench:capacity [-- scene …]: how long posts wait under Telegram's limits, on a clock that is turned, with the
// real delivering and the real pace, between a network and a Telegram that only count; and, measured, what it costs to
// owe a post to many. The same at every run, but for what is measured.

const TOKEN = 1_000_000;

/** `story` goes through the store itself, the others through lines in memory. */
const SCENES: Record<string, { what: string; perSecond: number; run: () => Promise<Played> }> = {
  story: {
    what: 'one story for 100,000 private chats, beside 20 small feeds',
    ...{ perSecond: 30, run: () => story({ chats: 100_000, perSecond: 30 }) },
  },
  paid: {
    what: 'one story for 1,000,000, paid broadcasts',
    ...{ perSecond: 1_000, run: () => storyInLines({ chats: TOKEN, perSecond: 1_000 }) },
  },
  digest: {
    what: 'a token’s 1,000,000: a digest each, at eight in the morning',
    ...{ perSecond: 30, run: () => digests({ chats: TOKEN, perSecond: 30 }) },
  },
  digestPaid: {
    what: 'the same, paid, at 100 a second',
    ...{ perSecond: 100, run: () => digests({ chats: TOKEN, perSecond: 100 }) },
  },
  posts: {
    what: 'a token’s 1,000,000: three posts a day each, paid, at 100 a second',
    ...{ perSecond: 100, run: () => posts({ chats: TOKEN, perSecond: 100 }) },
  },
  postsPaid: {
    what: 'the same at 300 a second',
    ...{ perSecond: 300, run: () => posts({ chats: TOKEN, perSecond: 300 }) },
  },
  mix: {
    what: 'an hour of private chats, groups and channels, in bursts',
    ...{ perSecond: 30, run: () => mix({ chats: 5_000, perSecond: 30 }) },
  },
};

const wanted = process.argv.slice(2);
for (const [name, { what, perSecond, run }] of Object.entries(SCENES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  tell(name, what, figuresOf(await run(), perSecond));
}
if (wanted.length === 0 || wanted.includes('fanout')) {
  for await (const { what, figures } of fanOuts()) tell('fanout', what, figures);
}

function figuresOf(played: Played, perSecond: number): string[] {
  const { taken, floods, tookMs, waitedMs, answeredMs } = played;
  const share = (taken / ((tookMs / 1_000) * perSecond)) * 100;
  const waits = { ...postsOf(waitedMs), answers: answeredMs };
  return [
    `${taken.toLocaleString('en')} messages in ${span(tookMs)}: ${share.toFixed(1)} % of the limit, ${floods} times 429`,
    ...Object.entries(waits).flatMap(([whose, them]) =>
      them.length > 0 ? [`${whose.padEnd(10)} ${spread(them)}`] : [],
    ),
  ];
}

/** Of a story that goes to nearly all, apart from all others. */
function postsOf(waitedMs: Played['waitedMs']): Record<string, number[]> {
  const all = [...waitedMs.values()].flat();
  const story = waitedMs.get(STORY) ?? [];
  if (story.length < all.length / 2) return { posts: all };
  const others = [...waitedMs].flatMap(([feedId, waits]) => (feedId === STORY ? [] : waits));
  return { 'the story': story, 'of others': others };
}

function spread(waits: number[]): string {
  const sorted = Float64Array.from(waits).sort();
  const at = (share: number) => span(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`;
}

function span(ms: number): string {
  if (ms < 10_000) return `${(ms / 1_000).toFixed(2)} s`;
  if (ms < 600_000) return `${Math.round(ms / 1_000)} s`;
  return ms < 36_000_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}

function tell(part: string, what: string, figures: string[]): void {
  process.stdout.write(`${part.padEnd(12)}${what}\n`);
  for (const figure of figures) process.stdout.write(`${' '.repeat(14)}${figure}\n`);
}
