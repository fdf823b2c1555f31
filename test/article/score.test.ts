import { describe, expect, test } from 'vitest';
import { hasPages, judgePages, type PageVerdict } from '../../bench/pages.ts';

if (!hasPages) console.error('The corpus of pages is not here: its tests are skipped.');

describe.skipIf(!hasPages)('pages that none of us wrote (beside the project)', () => {
  test('nearly all words of their articles are read, and few others', { timeout: 60_000 }, () => {
    const verdicts = judgePages();
    const open = verdicts.filter(({ gate }) => gate === null);
    const mean = (of: (it: PageVerdict) => number) =>
      open.reduce((sum, it) => sum + of(it), 0) / open.length;
    const right = (of: (it: PageVerdict) => boolean | null) => {
      const judged = verdicts.map(of).filter((it) => it !== null);
      return judged.filter(Boolean).length / judged.length;
    };

    expect(open.length).toBeGreaterThan(40);
    expect(mean(({ extracted }) => extracted)).toBeGreaterThan(0.99);
    expect(mean(({ shown }) => shown)).toBeGreaterThan(0.98);
    expect(right(({ titleRight }) => titleRight)).toBeGreaterThan(0.88);
    expect(right(({ publishedRight }) => publishedRight)).toBe(1);
  });
});
