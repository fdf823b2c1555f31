import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormattedText, Rung } from '../../src/model.ts';
import { checkText } from '../../src/post/check.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../../src/post/limits.ts';
import { renderPost } from '../../src/post/render.ts';
import { parseTemplate } from '../../src/post/template.ts';
import type { PostView } from '../../src/post/words.ts';
import { anyArticle, articleOf } from './samples.ts';

const view: PostView = {
  ...{ source: 'The Paper', category: 'world', timeZone: 'Europe/Paris', locale: 'en-GB' },
  ...{ style: 'picture', summary: 'normal', hashtags: 'off', template: null },
  buttons: { read: null, open: 'Open', whole: 'All of it' },
};

const bodyOf = (rung: Rung | undefined): FormattedText => {
  if (rung?.kind === 'plain') return { text: rung.text, entities: [] };
  if (!rung || rung.kind === 'rich') throw new Error('Not a text');
  return 'caption' in rung ? rung.caption : rung.body;
};

/** The last rung but one, which every style has. */
const filled = (template: string, fields: Parameters<typeof articleOf>[0] = {}) =>
  bodyOf(renderPost(articleOf(fields), { ...view, template }).rungs.at(-2));
const textOf = (template: string, fields: Parameters<typeof articleOf>[0] = {}) =>
  filled(template, fields).text;

describe('fields, filters and conditions', () => {
  const author = 'Ada Byron';
  test.each([
    ['{title}', 'Harbour reopens'],
    ['{ title }', 'Harbour reopens'],
    ['📰 {source}: {title}', '📰 The Paper: Harbour reopens'],
    ['{title|upper} {source|lower}', 'HARBOUR REOPENS the paper'],
    ['{lead|cut:20}', 'Ships may enter…'],
    ['{lead|cut:25|upper}', 'SHIPS MAY ENTER AGAIN.'],
    ['{date}', '27 Jun 2023, 15:45'],
    ['{date|format:DD.MM.YY, HH:mm}', '27.06.23, 15:45'],
    ['{date|format:DD/MM}', '27/06'],
    ['{host}', 'paper.example'],
    ['{category} {tags}', 'world #The_Paper #world'],
    ['{if author}by {author}{end}.', 'by Ada Byron.'],
    ['{if also}{also}{else}only here{end}', 'only here'],
    ['{if author}{if also}both{else}one{end}{else}none{end}', 'one'],
    ['{{title}} is {{ and }}', '{title} is { and }'],
    ['*{title}* _x_ <b>', '*Harbour reopens* _x_ <b>'],
    ['{title}\n\n{if also}{also}{end}\n\n\n{source}', 'Harbour reopens\n\nThe Paper'],
    ['{if also}{also}{end}\n{title}\n', 'Harbour reopens'],
  ])('%j', (template, text) => {
    expect(textOf(template, { author })).toBe(text);
  });

  test('the title is bold and linked, and any field can be', () => {
    const link = 'https://paper.example/harbour';

    expect(
      filled('x {title} {source|bold|link} {lead|italic|cut:5} {title|plain}').entities,
    ).toEqual([
      { type: 'text_link', offset: 2, length: 15, url: link },
      { type: 'bold', offset: 2, length: 15 },
      { type: 'text_link', offset: 18, length: 9, url: link },
      { type: 'bold', offset: 18, length: 9 },
      { type: 'italic', offset: 28, length: 5 },
    ]);
  });

  test('without a link nothing is linked', () => {
    expect(filled('{title}', { link: null }).entities).toEqual([
      { type: 'bold', offset: 0, length: 15 },
    ]);
  });

  test('a template that says nothing of this article leaves the post as usual', () => {
    expect(textOf('{if author}{author}{end}')).toContain('Harbour reopens\n\nShips may enter');
  });

  test('what an article says is never read as a template', () => {
    const title = '{lead} {if author}{{ {end}';

    expect(textOf('{title} · {lead}', { title, lead: '{title}' })).toBe(`${title} · {title}`);
  });

  test('the lead gives way in the caption, and the plain text keeps its link', () => {
    const lead = 'Ships may enter again. '.repeat(200).trim();
    const { rungs } = renderPost(articleOf({ lead }), {
      ...view,
      template: '{title}\n{lead}\n{source}',
    });
    const [caption = '', , , plain = ''] = rungs.map((rung) => bodyOf(rung).text);

    expect(caption.length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(caption).toMatch(/^Harbour reopens\nShips.*again\.\nThe Paper$/);
    expect(plain).toMatch(/\nThe Paper\n\nhttps:\/\/paper\.example\/harbour$/);
  });

  test('a rich post reads like the template too', () => {
    const [rich] = renderPost(articleOf({ picture: null, markdown: 'Other words.' }), {
      ...view,
      ...{ style: 'rich', template: '{title}: {lead|italic}' },
    }).rungs;

    expect(rich).toMatchObject({
      kind: 'rich',
      blocks: [
        {
          type: 'paragraph',
          text: [
            { type: 'bold', text: { type: 'url', text: 'Harbour reopens' } },
            ': ',
            { type: 'italic', text: 'Ships may enter again. The storm is over.' },
          ],
        },
        { type: 'details', summary: 'All of it' },
      ],
    });
  });
});

describe('mentions and commands', () => {
  test('those of the template stay, those that an article brings or completes do not', () => {
    const author = 'durov /stop';

    expect(textOf('{author} via @my_channel, /help', { author })).toBe(
      'durov /\u2060stop via @my_channel, /help',
    );
    expect(textOf('@{author} x', { author })).toBe('@\u2060durov /\u2060stop x');
    expect(textOf('/start@{author}', { author: 'evil' })).toBe('/\u2060start@evil');
    expect(textOf('@my_{author}', { author: 'name' })).toBe('@\u2060my_name');
    expect(textOf('tg:{author}', { author: '//resolve?domain=x' })).toBe(
      'tg:\u2060//resolve?domain=x',
    );
  });
});

describe('faults are named with their place', () => {
  const deep = (levels: number) => '{if title}'.repeat(levels) + '{end}'.repeat(levels);
  test.each<[string, string, number, string]>([
    ['', 'empty', 1, ''],
    [' \n', 'empty', 1, ''],
    ['x'.repeat(1_001), 'tooLong', 1_001, ''],
    ['{title} {headline}', 'field', 9, '{headline}'],
    ['{}', 'field', 1, '{}'],
    ['{title|shout}', 'filter', 1, '{title|shout}'],
    ['{lead|cut}', 'filter', 1, '{lead|cut}'],
    ['{lead|cut:0}', 'filter', 1, '{lead|cut:0}'],
    ['{lead|cut:-5}', 'filter', 1, '{lead|cut:-5}'],
    ['{lead|format:DD}', 'filter', 1, '{lead|format:DD}'],
    ['{title|upper:x}', 'filter', 1, '{title|upper:x}'],
    ['a { b', 'brace', 3, '{'],
    ['a } b', 'brace', 3, '}'],
    ['{if}x{end}', 'condition', 1, '{if}'],
    ['{if nobody}x{end}', 'condition', 1, '{if nobody}'],
    ['{if title}x', 'open', 1, '{if title}'],
    ['x{end}', 'stray', 2, '{end}'],
    ['x{else}', 'stray', 2, '{else}'],
    ['{if title}a{else}b{else}c{end}', 'stray', 19, '{else}'],
    [deep(6), 'tooDeep', 51, '{if title}'],
    ['{title}'.repeat(31), 'tooMany', 211, '{title}'],
  ])('%j', (template, fault, at, what) => {
    expect(parseTemplate(template)).toEqual({ kind: 'fault', fault, at, what });
  });

  test('five levels and thirty fields are not too many', () => {
    expect(parseTemplate(deep(5)).kind).toBe('template');
    expect(parseTemplate('{title}'.repeat(30)).kind).toBe('template');
  });
});

const anyTemplate = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['{title}', '{lead}', '{source|bold}', '{author|link}', '{date|format:DD}', '{tags}'],
        ...['{if author}', '{else}', '{end}', '{lead|cut:40|italic}', '{title|upper|plain}'],
        ...[
          '@',
          '/',
          'tg:',
          '//x',
          'start',
          ' ',
          '\n',
          '\n\n',
          '{{',
          '}}',
          '\u202e',
          'x'.repeat(300),
        ],
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
);

test('whatever the template and the article, every rung is one that Telegram takes', () => {
  const styles = fc.constantFrom('picture', 'text', 'link', 'rich' as const);
  const property = fc.property(anyTemplate, anyArticle, styles, (template, article, style) => {
    for (const rung of renderPost(article, { ...view, style, template } as PostView).rungs) {
      if (rung.kind === 'rich') continue;
      const limit = 'caption' in rung ? CAPTION_LIMIT : TEXT_LIMIT;
      expect(checkText(bodyOf(rung), limit)).toEqual([]);
    }
  });
  fc.assert(property, { numRuns: 400 });
});

test('an article completes no mention, command or tg: link of the template', () => {
  const tappable = /(?<![\p{L}\p{N}_])@\w{3}|(?<![\p{L}\p{N}_/<>])\/(?=evil)|tg:\/\/evil/u;
  const sign = fc.constantFrom('@', '/', 'tg:', 'tg:/', 'tg://', 't', 'x @', '{{@', '\n/');
  const behind = fc.constantFrom('evil', '/evil', '//evil', ':evil', 'g://evil', '@evil');
  const property = fc.property(sign, behind, (before, author) => {
    expect(textOf(`${before}{author}`, { author })).not.toMatch(tappable);
  });
  fc.assert(property, { numRuns: 200 });
});

test('any text is read in no time', () => {
  const start = process.threadCpuUsage();
  for (const text of ['{', '}', '{{', '{if ', '{title|', '{if title}']) {
    parseTemplate(text.repeat(1_000).slice(0, 1_000));
  }
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(200);
});
