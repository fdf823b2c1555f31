import { describe, expect, test } from 'vitest';
import { judgeDamage } from '../../bench/damage.ts';
import { hasCorpus, readDocuments } from '../../bench/documents.ts';
import { policyOf } from '../../bench/policies.ts';
import { judgePresence } from '../../bench/presence.ts';
import { judgeValues, type Verdict } from '../../bench/values.ts';

/** Long ones say no more than short ones, and take ten times as long. */
const MAX_LENGTH = 30_000;

const shareOf = (verdicts: Verdict[]) =>
  verdicts.filter(({ right }) => right).length / verdicts.length;

describe.skipIf(!hasCorpus)(
  'feeds that none of us wrote (beside the project)',
  { timeout: 60_000 },
  () => {
    test('every document with something to show gives all its entries', () => {
      const lost = judgePresence(readDocuments()).filter(({ shown, found }) => found < shown);

      expect(lost).toEqual([]);
    });

    test('97.5 % of the values are what others expect, and all but a handful where we want the same', () => {
      const verdicts = judgeValues(readDocuments());
      const ours = verdicts.filter((it) => it.right || !policyOf(it));

      expect(verdicts.length).toBeGreaterThan(1_500);
      expect(shareOf(verdicts)).toBeGreaterThan(0.975);
      expect(shareOf(ours)).toBeGreaterThan(0.997);
    });

    test('of what stands before any damage 99 % is still there', () => {
      const short = readDocuments().filter(({ text }) => text.length < MAX_LENGTH);
      const byFault = Object.groupBy(judgeDamage(short), ({ fault }) => fault);

      for (const [fault, damages = []] of Object.entries(byFault)) {
        const sum = (field: 'kept' | 'expected') => damages.reduce((n, it) => n + it[field], 0);
        expect(sum('expected'), fault).toBeGreaterThan(200);
        expect(sum('kept') / sum('expected'), fault).toBeGreaterThan(0.99);
      }
    });
  },
);
