import cron from 'node-cron';
import { z } from 'zod';
import { isAllowedCidr } from '../http.ts';
import { about, duration, list, path, text } from './kinds.ts';
import { proxyOf, rootOf } from './written.ts';

/** Where articles come from, and how often they are looked for. */
export const COLLECTING = {
  tick: about(
    text('a cron expression such as */10 * * * * *', (it) =>
      cron.validate(it) ? it : undefined,
    ).prefault('*/10 * * * * *'),
    {
      meaning: 'How often due feeds and posts are looked for.',
      form: 'a cron expression, with seconds if there are six fields',
      example: '*/30 * * * * *',
    },
  ),
  minInterval: about(duration.prefault('5m'), {
    meaning: 'One feed is asked no more often than this.',
    form: 'a duration: `30s`, `15m`, `6h`, `2d`',
    example: '15m',
  }),
  maxInterval: about(duration.prefault('6h'), {
    meaning: 'Each feed is asked at least this often.',
    form: 'a duration: `30s`, `15m`, `6h`, `2d`',
    example: '1d',
  }),
  allowedAddresses: about(
    list('networks such as 192.168.1.0/24, separated by commas', (it) =>
      isAllowedCidr(it) ? it : undefined,
    ).prefault([]),
    {
      meaning: 'Networks besides the public internet that feeds and pictures may come from.',
      form: 'networks, separated by commas',
      example: '192.168.1.0/24',
    },
  ),
  feedsProxy: about(text('an http, https or socks5 address', proxyOf).optional(), {
    meaning:
      'The proxy through which feeds, pages and pictures are asked. Private addresses are refused before it is asked; a name that only the proxy can resolve is the proxy’s to judge.',
    form: 'an `http://`, `https://` or `socks5://` address',
    example: 'http://name:password@127.0.0.1:3128',
    isSecret: true,
  }),
  archiveDir: about(path.optional(), {
    meaning: 'Keeps every article that is relayed as a Markdown file, in one folder a day.',
    form: 'a folder',
    example: 'archive',
  }),
  folderRoot: about(path.optional(), {
    meaning:
      'Owners may add folders of such files as feeds when they lie below this one; without it, below `ARCHIVE_DIR`.',
    form: 'a folder',
    example: '/srv/articles',
  }),
  feeds: about(
    z
      .array(
        z.strictObject(
          {
            url: text('an http(s) address', rootOf),
            name: z.string().optional(),
            category: z.string().optional(),
          },
          { error: 'must have a url, and may have a name and a category' },
        ),
        { error: 'must be a list of feeds' },
      )
      .default([]),
    {
      meaning:
        'Feeds that stand in the catalogue. In the file only, and read again whenever it changes; what owners change by command stays as they left it.',
      form: 'a list, each with `url`, and `name` and `category` if you like',
      example: '[{ url: "https://example.org/feed.xml", name: Example Daily, category: world }]',
    },
  ),
};
