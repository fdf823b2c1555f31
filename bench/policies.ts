import type { Verdict } from './values.ts';

/** An expectation that we do not share, and why. */
type Policy = { path: RegExp; field: RegExp; reason: string };

const POLICIES: Policy[] = [
  {
    path: /_(item|channel)_?links|rdf_(item|channel)_links/,
    field: /link$/,
    reason: 'of several links gofeed takes the last, we the first',
  },
  {
    path: /relurl_1|rss_2.0_example_6/,
    field: /^content$/,
    reason: 'the longest text is the content, also where content:encoded is shorter',
  },
  {
    path: /relurl_1|ilgiornale/,
    field: /^author$/,
    reason: 'feed-rs writes "author" where RSS names one behind an address',
  },
  {
    path: /jsonfeed_elastic/,
    field: /^author$/,
    reason: 'JSON Feed 1.1 outweighs the author of 1.0',
  },
  {
    path: /youtube|vimeo|spiegel/,
    field: /^enclosure$/,
    reason: 'a player is a page or a Flash film, and no file',
  },
  {
    path: /json10_simple/,
    field: /^(content|picture)$/,
    reason: 'gofeed leaves content_text and banner_image out, or prefers them',
  },
  {
    path: /reddit-(atom|home)|xml2js-options/,
    field: /^content$/,
    reason: 'rss-parser puts mixed text before its links, or a mark in the place of nothing',
  },
  { path: /issue_275/, field: /^content$/, reason: 'a film in base64 is no text' },
];

/** Why we want to differ; undefined where we are simply wrong. */
export function policyOf({ path, field }: Pick<Verdict, 'path' | 'field'>): string | undefined {
  return POLICIES.find((policy) => policy.path.test(path) && policy.field.test(field))?.reason;
}
