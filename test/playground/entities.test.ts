import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleaned, type Entity, fixedText } from '../../src/playground/entities.ts';
import { checkLink } from '../../src/playground/links.ts';
import { nested } from '../../src/playground/nesting.ts';
import { spentMs } from '../cpu.ts';
import { ENTITY_NAMES, loadTdlib } from '../tdlib.ts';
import { ANNA, setStage } from './telegram.ts';

type Fixed = { text: string; entities: [string, number, number][] } | { fault: string };
/** Telegram's own library, without a connection: its `parseMarkdown` repairs entities before it looks for Markdown. */
const tdlib = loadTdlib();
const oracle =
  tdlib &&
  ((text: string, entities: readonly Entity[]) => told(tdlib<Told>(question(text, entities))));

test.skipIf(oracle === null)('entities are repaired exactly as TDLib repairs them', () => {
  const given = fc
    .tuple(
      fc.array(
        fc.constantFrom(
          'a',
          'b',
          ' ',
          '\n',
          '\r',
          '\t',
          '😀',
          '\u2028',
          '\u0007',
          '\u200e',
          '\u200f',
        ),
        {
          minLength: 1,
          maxLength: 14,
        },
      ),
      fc.array(
        fc.record({
          type: fc.constantFrom(...Object.keys(ENTITY_NAMES)),
          offset: fc.nat(15),
          length: fc.nat(9),
        }),
        { maxLength: 6 },
      ),
    )
    .map(([symbols, entities]) => ({ text: symbols.join(''), entities }))
    // TDLib empties a blank text at once; the Bot API refuses it later.
    .filter(({ text }) => /[ab😀]/u.test(text));

  fc.assert(
    fc.property(given, ({ text, entities }) => {
      const theirs = oracle?.(text, entities) as Fixed;
      const ours = fixed(text, entities);
      // With several faults in one text, which of them is named first may differ.
      const oneOfSeveral = 'fault' in theirs && entities.length > 1;
      if (oneOfSeveral) expect(ours).toHaveProperty('fault');
      else expect(ours).toEqual(theirs);
    }),
    { numRuns: 3000 },
  );
});

test.skipIf(oracle === null)('links are taken, completed and refused as TDLib does', () => {
  const links = [
    'example.com',
    'HTTP://EXAMPLE.com',
    'https://a.b?q=1',
    'http://a.b/c d',
    'http://127.0.0.1:80/x',
    'http://[::1]/x',
    'http://[1.2]/x',
    'http://.',
    'https://пример.рф/я',
    'http://user:pw@a.b/',
    'mailto:a@b.co',
    'TG://Resolve',
    'tg:resolve?domain=x',
    '',
    'http://',
    'http://localhost/x',
    'http://a.b:65536',
    'http://a b.c',
    'http://a@b@c.d/',
    'javascript:alert(1)',
    '//x.y',
    '#x',
    'ftp://a.b',
  ];

  for (const url of links) {
    const link = checkLink(url);
    const theirs = oracle?.('abc', [{ type: 'text_link', offset: 0, length: 3, url }]);
    const fault = 'fault' in link ? `Entity URL '${url}' is invalid: ${link.fault}` : undefined;
    expect(theirs, url).toEqual(
      fault ? { fault } : { text: 'abc', entities: [['text_link', 0, 3]], ...link },
    );
  }
});

test.each([
  ['  ab  ', [['bold', 0, 6]], '  ab', [['bold', 0, 4]]],
  ['  ab  ', [['bold', 2, 4]], 'ab', [['bold', 0, 2]]],
  ['ab \n ', [['italic', 3, 2]], 'ab', []],
  ['a\tb\rc', [['code', 0, 5]], 'a bc', [['code', 0, 4]]],
])('%j with %j is trimmed to %j', (text, given, wantedText, wanted) => {
  const entities = (given as [string, number, number][]).map(entity);

  expect(fixedText(text, entities)).toEqual({
    text: wantedText,
    entities: (wanted as [string, number, number][]).map(entity),
  });
});

test.each([
  [
    [{ type: 'bold', offset: 2, length: 1 }],
    'entity begins in a middle of a UTF-16 symbol at byte offset 5',
  ],
  [
    [{ type: 'bold', offset: 0, length: 9 }],
    'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9',
  ],
  [
    [{ type: 'bold', offset: 9, length: 1 }],
    'entity begins after the end of the text at UTF-16 offset 9',
  ],
  [[{ type: 'bold', offset: -1, length: 1 }], 'receive an entity with incorrect offset -1'],
  [
    [{ type: 'bold', offset: 0, length: 1_000_001 }],
    'receive an entity with incorrect length 1000001',
  ],
  [
    [{ type: 'sparkle', offset: 0, length: 1 }],
    "can't parse MessageEntity: Unsupported type specified",
  ],
  [
    [{ type: 'text_link', offset: 0, length: 1, url: '/x' }],
    "entity URL '/x' is invalid: URL host is empty",
  ],
])('%j are refused', async (entities, description) => {
  const { call } = await setStage();

  const reply = await call('sendMessage', { chat_id: ANNA, text: 'a😀b', entities });

  expect(reply.description).toBe(`Bad Request: ${description}`);
});

test('what Telegram finds by itself joins what was given, except inside code and links', async () => {
  const { call } = await setStage();
  const text = '/go @someone #tag #1 (https://a.b/c_(d)). http://localhost/x /run';
  const code = { type: 'code', offset: text.indexOf('/run'), length: 4 };

  const { result } = await call('sendMessage', { chat_id: ANNA, text, entities: [code] });

  const seen = result.entities.map(({ type, offset, length }: Entity) => [
    type,
    text.slice(offset, offset + length),
  ]);
  expect(seen).toEqual([
    ['bot_command', '/go'],
    ['mention', '@someone'],
    ['hashtag', '#tag'],
    ['url', 'https://a.b/c_(d)'],
    ['code', '/run'],
  ]);
});

test('a hostile crowd of entities takes no time', () => {
  const entities = Array.from({ length: 20_000 }, (_, at) =>
    entity([at % 2 ? 'bold' : 'text_link', at, 40]),
  );
  const before = spentMs();

  fixedText('x'.repeat(30_000), entities);

  expect(spentMs() - before).toBeLessThan(1500);
});

function fixed(text: string, entities: readonly Entity[]): Fixed {
  try {
    const result = cleaned(text, nested(entities.filter(({ length }) => length > 0)));
    return { text: result.text, entities: result.entities.map(triple) };
  } catch (error) {
    const [, first = '', rest = ''] =
      /^Bad Request: (.)(.*)$/s.exec(String((error as Error).message)) ?? [];
    return { fault: first.toUpperCase() + rest };
  }
}

function triple({ type, offset, length }: Entity): [string, number, number] {
  return [type, offset, length];
}

function entity([type, offset, length]: [string, number, number]): Entity {
  return { type, offset, length };
}

function question(text: string, entities: readonly Entity[]) {
  return {
    _: 'parseMarkdown',
    text: {
      _: 'formattedText',
      text,
      entities: entities.map(({ type, offset, length, url }) => ({
        _: 'textEntity',
        offset,
        length,
        type: {
          _: `textEntityType${ENTITY_NAMES[type]}`,
          ...(type === 'text_link' && { url: url ?? 'http://a.b/' }),
        },
      })),
    },
  };
}

type Told = {
  message?: string;
  text?: string;
  entities?: { type: { _: string; url?: string }; offset: number; length: number }[];
};

function told({ message, text, entities = [] }: Told) {
  if (message !== undefined) return { fault: message };
  const type = (name: string) =>
    Object.keys(ENTITY_NAMES).find((key) => `textEntityType${ENTITY_NAMES[key]}` === name);
  const url = text === 'abc' ? entities[0]?.type.url : undefined;
  return {
    text,
    entities: entities.map((each) => [type(each.type._), each.offset, each.length]),
    ...(url === undefined ? {} : { url }),
  };
}
