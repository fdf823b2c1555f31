import { z } from 'zod';
import { about, duration, list, path, text } from './kinds.ts';
import { databaseOf, portOf, publicUrlOf, redisOf, sizeOf } from './written.ts';

/** What a process can do; each does all of it unless it is told otherwise. */
const ROLES = ['bot', 'collect', 'deliver', 'web'] as const;

/** Where the program keeps what it knows, how it is reached, and what it says of itself. */
export const RUNNING = {
  dataDir: about(path.default('data'), {
    meaning: 'Where the embedded database and its backups lie.',
    form: 'a folder',
    example: '/var/lib/telewire',
  }),
  databaseUrl: about(
    text('sqlite: and a file, or the address of a PostgreSQL database', databaseOf).optional(),
    {
      meaning:
        'The database; without it `telewire.db` in `DATA_DIR`. Several processes share a PostgreSQL database.',
      form: '`sqlite:` and a file, or `postgres://…`',
      example: 'postgres://telewire:password@localhost/telewire',
      isSecret: true,
    },
  ),
  ledgerUrl: about(text('the address of a Redis or Valkey server', redisOf).optional(), {
    meaning:
      'Where it is remembered what was sent; without it in the database. It has to keep what it has taken: `appendonly yes`, and no eviction.',
    form: '`redis://…` or `rediss://…`',
    example: 'redis://localhost:6379/0',
    isSecret: true,
  }),
  telewireRoles: about(
    list(`roles out of ${ROLES.join(', ')}, separated by commas`, (it) =>
      ROLES.find((role) => role === it),
    ).prefault(ROLES.join(',')),
    {
      meaning:
        'What this process does. Any number may `collect`; of those that may talk with people (`bot`) or `deliver`, one does, and another takes over when it is gone.',
      form: ROLES.map((role) => `\`${role}\``).join(', '),
      example: 'collect',
    },
  ),
  telewireName: about(
    text('a name without spaces', (it) => (/^[\w.-]{1,64}$/.test(it) ? it : undefined)).optional(),
    {
      meaning:
        'What this process is called among those that share a database; without it the machine’s name.',
      form: 'a name',
      example: 'cellar',
    },
  ),
  keepArticles: about(duration.prefault('90d'), {
    meaning:
      'How long an article is remembered after its feed has ceased to list it. What a feed still lists is never forgotten.',
    form: 'a duration: `30s`, `15m`, `6h`, `2d`',
    example: '365d',
  }),
  keepDead: about(duration.prefault('30d'), {
    meaning: 'How long posts that could not be sent wait for an owner’s `/dead`.',
    form: 'a duration: `30s`, `15m`, `6h`, `2d`',
    example: '7d',
  }),
  databaseLimit: about(text('a size such as 500MB or 2GB', sizeOf).optional(), {
    meaning:
      'The database is kept below that, if need be by forgetting articles sooner; without it by age alone.',
    form: 'a size: `500MB`, `2GB`',
    example: '2GB',
  }),
  port: about(text('a port number from 0 to 65535', portOf).optional(), {
    meaning:
      'The program answers there: `/healthz`, `/readyz`, `/metrics`, and what `PUBLIC_URL` leads to.',
    form: 'a port number',
    example: '8080',
  }),
  publicUrl: about(text('an https address', publicUrlOf).optional(), {
    meaning:
      'The address that leads to this port. With it, sites that know WebSub tell us of what is new within a second, and `UPDATES=webhook` is possible.',
    form: 'an https address',
    example: 'https://telewire.example.org',
  }),
  metricsToken: about(
    text('at least 8 letters, digits or -._~+/= without spaces', (it) =>
      /^[\w.~+/=-]{8,}$/.test(it) ? it : undefined,
    ).optional(),
    {
      meaning: 'Who asks for `/metrics` must send it as `Authorization: Bearer …`.',
      form: 'a word',
      example: 'long-and-random',
      isSecret: true,
    },
  ),
  crashRest: about(duration.prefault('40s'), {
    meaning:
      'How long a chat rests after a crash in the middle of sending to it: Telegram may have asked for that, and nobody lived to write it down.',
    form: 'a duration: `30s`, `15m`, `6h`, `2d`',
    example: '1m',
  }),
  logLevel: about(
    z
      .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
      .default('info'),
    {
      meaning: 'What is told on standard output, as lines of JSON.',
      form: '`debug`, `info`, `warn` or `error`',
      example: 'debug',
    },
  ),
};
