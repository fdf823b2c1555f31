import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/read.ts';
import { columnsOf } from '../../src/article/sentences.ts';
import { entryOf } from './entries.ts';

/** A first paragraph, and what follows it. */
const TEXTS: Record<string, [first: string, rest: string]> = {
  English: [
    'The ferry between the two islands will run all night from June on, the council said. Dr. A. Moore called it a gift to everyone who works late.',
    'Fares stay as they are.',
  ],
  German: [
    'Die Fähre zwischen den Inseln fährt ab Juni die ganze Nacht, wie der Rat mitteilte. Das gilt z. B. auch für Räder und kleine Wagen.',
    'Die Preise bleiben gleich.',
  ],
  French: [
    'Le bac entre les deux îles circulera toute la nuit à partir de juin, a annoncé le conseil. « C’est un cadeau », a dit M. Moreau au port.',
    'Les tarifs ne changent pas.',
  ],
  Russian: [
    'Паром между двумя островами с июня будет ходить всю ночь, сообщил совет. За год им пользуются 2 млн. человек, живущих у моря.',
    'Цены останутся прежними.',
  ],
  Chinese: [
    '议会表示，从六月起，往返两座岛屿之间的渡轮将通宵运行。许多夜间工作的居民对此表示欢迎，认为这是多年来最好的消息。',
    '票价保持不变。',
  ],
  Japanese: [
    '二つの島を結ぶフェリーが六月から終夜運航すると、町議会が発表した。夜遅くまで働く人々は、長年の願いがかなったと話している。',
    '運賃は変わらない。',
  ],
  Korean: [
    '두 섬을 잇는 여객선이 6월부터 밤새 운항한다고 의회가 밝혔다. 늦게까지 일하는 주민들은 오랜 바람이 이루어졌다며 반겼다.',
    '요금은 그대로다.',
  ],
  Arabic: [
    'قال المجلس إن العبارة بين الجزيرتين ستعمل طوال الليل ابتداء من يونيو المقبل. ورحب العاملون في الليل بالقرار الذي انتظروه سنوات طويلة.',
    'لن تتغير الأسعار.',
  ],
  Hindi: [
    'परिषद ने कहा कि दो द्वीपों के बीच नौका जून से पूरी रात चलेगी। देर तक काम करने वाले लोगों ने इस फैसले का स्वागत किया है।',
    'किराया वही रहेगा।',
  ],
  Greek: [
    'Το πλοίο ανάμεσα στα δύο νησιά θα ταξιδεύει όλη τη νύχτα από τον Ιούνιο, είπε το συμβούλιο. Οι κάτοικοι χάρηκαν πολύ με το νέο.',
    'Οι τιμές μένουν ίδιες.',
  ],
  Thai: [
    'สภาเมืองประกาศว่าเรือข้ามฟากระหว่างสองเกาะจะให้บริการตลอดทั้งคืนตั้งแต่เดือนมิถุนายนเป็นต้นไป ชาวเมืองที่ทำงานกลางคืนต่างยินดีกับข่าวนี้มาก',
    'ค่าโดยสารยังคงเดิม',
  ],
};

describe.each(Object.keys(TEXTS))('%s', (language) => {
  const [first, rest] = TEXTS[language] ?? ['', ''];

  test('the lead begins with the first paragraph', () => {
    const lead = readArticle(entryOf(`<p>12 March 2026</p><p>${first}</p><p>${rest}</p>`)).leads
      .normal;

    expect(lead.startsWith(first)).toBe(true);
  });

  test('a short lead fits its columns, and ends with a sentence or an ellipsis', () => {
    const long = `${first} ${rest}`.repeat(6);

    const lead = readArticle(entryOf(`<p>${long}</p>`)).leads.short;

    expect(columnsOf(lead)).toBeLessThanOrEqual(160);
    expect(columnsOf(lead)).toBeGreaterThan(50);
    expect(lead).toMatch(/[.。।…؟»]$/);
  });
});

const [FIRST, REST] = TEXTS.English ?? ['', ''];
const SYNOPSIS = 'Night ferries begin in June, and nobody has to pay more than before.';

test('the editor’s synopsis is the lead where it is one', () => {
  const lead = readArticle(entryOf(`<p>${FIRST}</p>`, { summary: `<p>${SYNOPSIS}</p>` })).leads
    .normal;

  expect(lead).toBe(SYNOPSIS);
});

test('a synopsis that was cut off says so, and one that ends like an invitation is left whole', () => {
  const leadBeside = (summary: string) =>
    readArticle(entryOf(`<p>${FIRST}</p>`, { summary })).leads.normal;

  expect(leadBeside('Night ferries begin in June, and nobody has to […] Read more')).toBe(
    'Night ferries begin in June, and nobody has to…',
  );
  expect(leadBeside('Night ferries begin in June, for all who want to read more.')).toBe(
    'Night ferries begin in June, for all who want to read more.',
  );
});

test.each([
  ['repeats the title', 'A title of its own, a title of its own'],
  ['is too short', 'Read this.'],
  [
    'is an aggregator’s line',
    'Article URL: https://example.org/2026/story Comments URL: https://x',
  ],
  ['is the body’s beginning, cut off', `${FIRST.slice(0, 90)} […]`],
  ['is the full text', `${FIRST} ${REST}`.repeat(8)],
])('a synopsis is not used when it %s', (_, summary) => {
  const lead = readArticle(entryOf(`<p>${FIRST}</p><p>${REST}</p>`, { summary })).leads.normal;

  expect(lead).toBe(`${FIRST} ${REST}`.slice(0, lead.length));
  expect(lead.startsWith(FIRST)).toBe(true);
});

test('a bold first paragraph is the lead, alone', () => {
  const bold =
    'The ferry between the two islands will run all night from June on, for the same fare.';

  const lead = readArticle(entryOf(`<p><b>${bold}</b></p><p>${FIRST}</p>`)).leads.normal;

  expect(lead).toBe(bold);
});

test('bylines, credits, captions and the place of a wire report are passed over', () => {
  const html = `<figure><img src="/a.jpg"><figcaption>${FIRST} Photo</figcaption></figure>
    <p>By Ann Author</p><p>Updated 10:15</p><p>PARIS (AFP) — ${FIRST}</p>`;

  expect(readArticle(entryOf(html)).leads.normal).toBe(FIRST);
});

test('an entry without text has no lead', () => {
  expect(readArticle(entryOf('<img src="/a.jpg">')).leads.normal).toBe('');
  expect(readArticle(entryOf('<p>A title of its own</p>')).leads.normal).toBe('');
});
