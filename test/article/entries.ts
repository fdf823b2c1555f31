import type { Entry } from '../../src/model.ts';

/** An entry of a made-up site, with only what a test cares about. */
export function entryOf(content: string, rest: Partial<Entry> = {}): Entry {
  return {
    id: '1',
    title: 'A title of its own',
    link: 'https://example.org/2026/story',
    summary: '',
    content,
    baseUrl: 'https://example.org/2026/story',
    author: null,
    categories: [],
    published: null,
    updated: null,
    pictures: [],
    enclosures: [],
    ...rest,
  };
}
