import { describe, expect, test } from 'vitest';
import { LEAD_COLUMNS } from '../../src/article/lead.ts';
import { readArticle } from '../../src/article/read.ts';
import { columnsOf } from '../../src/article/sentences.ts';
import { entryOf } from './entries.ts';
import { TOLD } from './leads.ts';

const leadsOf = ({ title, content, summary = '' }: (typeof TOLD)[number]) =>
  readArticle(entryOf(content, { title, summary })).leads;

test('there are thirty articles, in twelve languages and one more', () => {
  expect(TOLD).toHaveLength(30);
  expect(new Set(TOLD.map(({ language }) => language)).size).toBe(13);
});

describe.each(TOLD)('$language, $structure', (told) => {
  test('the lead is what an editor would choose', () => {
    expect(leadsOf(told).normal).toBe(told.lead);
  });

  test('each length fits, and a longer one says no less', () => {
    const { short, normal, long } = leadsOf(told);

    expect(columnsOf(short)).toBeLessThanOrEqual(LEAD_COLUMNS.short);
    expect(columnsOf(normal)).toBeLessThanOrEqual(LEAD_COLUMNS.normal);
    expect(columnsOf(long)).toBeLessThanOrEqual(LEAD_COLUMNS.long);
    expect(columnsOf(normal)).toBeGreaterThanOrEqual(columnsOf(short));
    expect(columnsOf(long)).toBeGreaterThanOrEqual(columnsOf(normal));
  });
});
