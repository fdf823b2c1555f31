import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormattedText, Rung } from '../../src/model.ts';
import { checkText } from '../../src/post/check.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../../src/post/limits.ts';
import { renderPost } from '../../src/post/render.ts';
import type { PostView } from '../../src/post/words.ts';
import { anyArticle, anySource, articleOf, PUBLISHED } from './samples.ts';

const READ = { text: 'Read', data: 'r:17' };
const view: PostView = {
  source: 'The Paper',
  ...{ timeZone: 'Europe/Paris', locale: 'en-GB' },
  style: 'picture',
  summary: 'normal',
  ...{ hashtags: 'off', template: null, category: null },
  buttons: { read: READ, open: 'Open ↗', whole: 'The whole article' },
};

const wordsOf = (rung: Rung): FormattedText => {
  if (rung.kind === 'plain') return { text: rung.text, entities: [] };
  if (rung.kind === 'rich') throw new Error('A rich message has blocks');
  return 'caption' in rung ? rung.caption : rung.body;
};

/** The text of the last rung but one, which every style has. */
const textOf = (fields: Parameters<typeof articleOf>[0], changes: Partial<PostView> = {}) =>
  wordsOf(renderPost(articleOf(fields), { ...view, ...changes }).rungs.at(-2) as Rung);

describe('styles', () => {
  const buttons = [[READ, { text: 'Open ↗', url: 'https://paper.example/harbour' }]];
  const text =
    'Harbour reopens\n\nShips may enter again. The storm is over.\n\nThe Paper · 27 Jun 2023, 15:45';
  const entities = [
    { type: 'text_link', offset: 0, length: 15, url: 'https://paper.example/harbour' },
    { type: 'bold', offset: 0, length: 15 },
  ];
  const preview = {
    kind: 'preview',
    body: { text, entities },
    previewUrl: 'https://paper.example/harbour',
    buttons,
  };
  const rest = [
    { kind: 'text', body: { text, entities }, buttons },
    { kind: 'plain', text: `${text}\n\nhttps://paper.example/harbour` },
  ];

  test('a picture post falls back to a preview, to text, to plain text', () => {
    const photo = {
      kind: 'photo',
      pictureUrl: 'https://paper.example/harbour.jpg',
      caption: { text, entities },
      buttons,
    };

    expect(renderPost(articleOf(), view).rungs).toEqual([photo, preview, ...rest]);
  });

  test('a text post has no picture but a preview', () => {
    expect(renderPost(articleOf(), { ...view, style: 'text' }).rungs).toEqual([preview, ...rest]);
  });

  test('a link post is one line without preview', () => {
    const body = { text: 'Harbour reopens · The Paper', entities };

    expect(renderPost(articleOf(), { ...view, style: 'link' }).rungs).toEqual([
      { kind: 'text', body, buttons },
      { kind: 'plain', text: `${body.text}\n\nhttps://paper.example/harbour` },
    ]);
  });

  test('without a link there is neither preview nor Open button, and the title is only bold', () => {
    const { rungs } = renderPost(articleOf({ link: null, picture: null }), view);

    expect(rungs).toEqual([
      { kind: 'text', body: { text, entities: [entities[1]] }, buttons: [[READ]] },
      { kind: 'plain', text },
    ]);
  });

  test('without a link and a reader there are no buttons', () => {
    const bare = { ...view, buttons: { read: null, open: 'Open', whole: '' } };

    expect(renderPost(articleOf({ link: null, picture: null }), bare).rungs[0]).toMatchObject({
      buttons: [],
    });
  });
});

test("the user's sample becomes the post it must", () => {
  const title = '中国提出与越南进行更紧密的军事合作';
  const link =
    'https://www.rfi.fr/cn/%E5%9B%BD%E9%99%85/20230627-%E4%B8%AD%E5%9B%BD%E6%8F%90%E5%87%BA%E4%B8%8E%E8%B6%8A%E5%8D%97%E8%BF%9B%E8%A1%8C%E6%9B%B4%E7%B4%A7%E5%AF%86%E7%9A%84%E5%86%9B%E4%BA%8B%E5%90%88%E4%BD%9C';
  const lead =
    '中国国防部长李尚福周二在北京与越南国防部长潘文江会面时表示，中国愿意与越南合作，希望加强两国军队的高层交流与合作。';
  const url =
    'https://s.rfi.fr/media/display/fc9a3594-14ef-11ee-8c60-005056bfb2b6/w:1280/p:16x9/Chine%20Vienam.JPG';
  const picture = { url, alt: '', width: null, height: null };
  const sample = articleOf({ title, link, lead, picture });

  const inParis = renderPost(sample, { ...view, source: 'RFI' }).rungs[0];
  const inShanghai = renderPost(sample, { ...view, source: 'RFI', timeZone: 'Asia/Shanghai' })
    .rungs[0];

  expect(inParis).toEqual({
    kind: 'photo',
    pictureUrl: url,
    caption: {
      text: `${title}\n\n${lead}\n\nRFI · 27 Jun 2023, 15:45`,
      entities: [
        { type: 'text_link', offset: 0, length: 17, url: link },
        { type: 'bold', offset: 0, length: 17 },
      ],
    },
    buttons: [[READ, { text: 'Open ↗', url: link }]],
  });
  expect(wordsOf(inShanghai as Rung).text).toContain('RFI · 27 Jun 2023, 21:45');
});

describe('byline', () => {
  test.each([
    ['Europe/Paris', PUBLISHED, 'The Paper · 27 Jun 2023, 15:45'],
    ['Asia/Kathmandu', PUBLISHED, 'The Paper · 27 Jun 2023, 19:30'],
    ['+05:30', PUBLISHED, 'The Paper · 27 Jun 2023, 19:15'],
    ['Mars/Olympus', PUBLISHED, 'The Paper · 27 Jun 2023, 13:45'],
    ['UTC', 1_704_067_200_000, 'The Paper · 1 Jan 2024, 00:00'],
    ['UTC', null, 'The Paper'],
    ['UTC', Number.NaN, 'The Paper'],
    ['UTC', 9e15, 'The Paper'],
  ])('in %s the moment %s is %s', (timeZone, published, expected) => {
    expect(textOf({ published }, { timeZone }).text.split('\n').at(-1)).toBe(expected);
  });

  test.each([
    ['de', 'Anzeiger', 'Anzeiger · 27. Juni 2023, 13:45'],
    ['zh', '沙雷小报', '沙雷小报 · 2023年6月27日 13:45'],
    ['ar-u-nu-latn', 'جريدة', 'جريدة · 27 يونيو 2023، 13:45'],
  ])('a date is written as %s writes it', (locale, source, expected) => {
    expect(textOf({}, { source, timeZone: 'UTC', locale }).text.split('\n').at(-1)).toBe(expected);
  });

  test.each([
    ['en-GB', 'بي بي سي', '\u200e27 Jun 2023, 13:45 · بي بي سي'],
    ['en-GB', 'הארץ', '\u200e27 Jun 2023, 13:45 · הארץ'],
    ['ar-u-nu-latn', 'The Paper', '\u200f27 يونيو 2023، 13:45 · The Paper'],
  ])(
    'a date in %s that runs the other way than “%s” stands first, behind a mark',
    (locale, source, expected) => {
      expect(textOf({}, { source, timeZone: 'UTC', locale }).text.split('\n').at(-1)).toBe(
        expected,
      );
    },
  );
});

describe('foreign text', () => {
  test.each([
    ['controls and bidi overrides', 'a\u0000b\u202ec\u2066d', 'a bc\u2066d'],
    ['line breaks', ' one\r\ntwo\u2028three\tfour ', 'one two three four'],
    ['halves of characters', 'x\ud83dy\ude00z😀', 'xyz😀'],
    ['a ring above keeps its letter', 'Ska\u030ane', 'Skåne'],
    ['typographic spaces stay', '«\u00a0Oui\u00a0» 東京\u3000駅', '«\u00a0Oui\u00a0» 東京\u3000駅'],
    [
      'commands',
      'use /start or (/stop) and/or km/h',
      'use /\u2060start or (/\u2060stop) and/or km/h',
    ],
    ['mentions', 'by @durov, mail a@b.co', 'by @\u2060durov, mail a@b.co'],
    ['links into Telegram', 'see tg://resolve?domain=x', 'see tg:\u2060//resolve?domain=x'],
    ['URLs stay', 'see https://medium.com/@user/=/a', 'see https://medium.com/@user/=/a'],
    ['emoji of several characters', '👨‍👩‍👧 family', '👨‍👩‍👧 family'],
    ['Markdown and HTML are words', '<b>*x*</b> &amp;', '<b>*x*</b> &amp;'],
  ])('title: %s', (_, title, expected) => {
    const { text, entities } = textOf({ title, lead: '' });

    expect(text.split('\n')[0]).toBe(expected);
    expect(entities).toMatchObject([{ length: expected.length }, { length: expected.length }]);
  });

  test.each([
    ['\u200b\u2060 \u3164', 'https://www.paper.example/x', 'www.paper.example'],
    ['', null, 'The Paper'],
  ])('a title without anything to see, %j, gives way to %j', (title, link, expected) => {
    expect(textOf({ title, link }).text.split('\n')[0]).toBe(expected);
  });

  test.each([
    'javascript:alert(1)',
    'tg://user?id=1',
    'https://paper.example@evil.example/',
    'http://localhost/x',
    `https://paper.example/${'x'.repeat(2048)}`,
    'nonsense',
  ])('no link leads to %s', (link) => {
    const { rungs } = renderPost(articleOf({ link }), view);

    expect(rungs.map((rung) => rung.kind)).toEqual(['photo', 'text', 'plain']);
    expect(JSON.stringify(rungs)).not.toContain('"url"');
  });

  test('a link with blanks and quotes is percent-encoded, another stays as given', () => {
    const urlOf = (link: string) => (textOf({ link }).entities[0] as { url: string }).url;

    expect(urlOf('https://paper.example/a b"c')).toBe('https://paper.example/a%20b%22c');
    expect(urlOf('HTTPS://Paper.example/%e5?q=[1]#x')).toBe('HTTPS://Paper.example/%e5?q=[1]#x');
  });
});

describe('long texts', () => {
  const captionOf = (fields: Parameters<typeof articleOf>[0]) =>
    wordsOf(renderPost(articleOf(fields), view).rungs[0] as Rung).text;

  test.each([
    ['English', 'The storm has passed over the bay. ', 'bay.'],
    ['Chinese', '中国国防部长在北京与越南国防部长会面。', '会面。'],
    ['Japanese', '台風は東京湾を通過した。', '通過した。'],
    ['Hindi', 'तूफान खाड़ी से गुजर गया। ', 'गया।'],
    ['Arabic', 'مرت العاصفة فوق الخليج. ', 'الخليج.'],
  ])('a lead in %s ends with a whole sentence', (_, sentence, end) => {
    const text = captionOf({ lead: sentence.repeat(100) });

    expect(text.length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(text.length).toBeGreaterThan(CAPTION_LIMIT - 80);
    expect(text.split('\n\n')[1]?.endsWith(end)).toBe(true);
  });

  test.each([
    ['English', 'word '.repeat(400), /^(word )*word…$/],
    ['Thai', 'พายุพัดผ่านอ่าวไทย'.repeat(100), /^(พายุพัดผ่านอ่าวไทย)+[^…]*…$/],
    ['families', '👨‍👩‍👧‍👦'.repeat(200), /^(👨‍👩‍👧‍👦)+…$/u],
    ['one long word', 'x'.repeat(2000), /^x+…$/],
  ])('a lead of one long sentence (%s) is cut between words', (_, lead, expected) => {
    const text = captionOf({ lead });

    expect(text.length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(text.split('\n\n')[1]).toMatch(expected);
  });

  test('a message holds more of the lead than a caption', () => {
    const { text } = textOf({ lead: 'The storm has passed. '.repeat(100) });

    expect(text).toContain('The storm has passed. '.repeat(100).trim());
  });

  test('a title of 300 words leaves room for the lead', () => {
    const text = captionOf({ title: 'word '.repeat(300) });

    expect(text.split('\n\n')[0]?.length).toBeLessThanOrEqual(256);
    expect(text).toContain('Ships may enter again. The storm is over.');
  });
});

test('whatever a feed writes, every rung is one that Telegram takes', () => {
  const styles = fc.constantFrom('picture' as const, 'text' as const, 'link' as const);
  const property = fc.property(anyArticle, anySource, styles, (article, source, style) => {
    const { rungs } = renderPost(article, { ...view, source, style });
    const limitOf = (rung: Rung) => (rung.kind === 'photo' ? CAPTION_LIMIT : TEXT_LIMIT);

    expect(rungs.flatMap((rung) => checkText(wordsOf(rung), limitOf(rung)))).toEqual([]);
    expect(
      rungs.flatMap(urlsOf).filter((url) => !/^https?:\/\/[^\s@/]+\.[^\s@/]+/i.test(url)),
    ).toEqual([]);
    expect(rungs.at(-1)?.kind).toBe('plain');
  });

  fc.assert(property, { numRuns: 300 });
});

function urlsOf(rung: Rung): string[] {
  const buttons = 'buttons' in rung ? rung.buttons.flat() : [];
  return buttons.flatMap((button) => ('url' in button ? [button.url] : []));
}
