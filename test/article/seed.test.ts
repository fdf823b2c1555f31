import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArchivedFile } from '../../src/article/archive.ts';
import { readArticle } from '../../src/article/read.ts';
import { entryOf } from './entries.ts';

const FILE = '../shared/seed/000_3376843daa22fb05.txt';
const DESIGN = '../shared/design/feeds-and-articles.md';
const isHere = existsSync(FILE) && existsSync(DESIGN);
if (!isHere) console.error(`The sample is not here (${FILE}): its tests are skipped.`);

const PICTURE =
  'https://s.rfi.fr/media/display/fc9a3594-14ef-11ee-8c60-005056bfb2b6/w:1280/p:16x9/Chine%20Vienam.JPG';

function expectedMarkdown(): string {
  const block = /```markdown\n([\s\S]*?)\n```/.exec(readFileSync(DESIGN, 'utf8'))?.[1] ?? '';
  return block.replace(/^!\[\]\(.*\)\n\n/, '');
}

function expectSample(article: ReturnType<typeof readArticle>): void {
  expect(article).toMatchObject({
    title: '中国提出与越南进行更紧密的军事合作',
    published: 1_687_873_502_000,
    leads: {
      normal:
        '中国国防部长李尚福周二在北京与越南国防部长潘文江会面时表示，中国愿意与越南合作，希望加强两国军队的高层交流与合作。',
    },
    picture: { url: PICTURE },
  });
  expect(article.link).toMatch(
    /^https:\/\/www\.rfi\.fr\/cn\/%E5%9B%BD%E9%99%85\/20230627-%E4%B8%AD/,
  );
  expect(article.markdown).toBe(expectedMarkdown());
}

test.skipIf(!isHere)('the sample reads as expected as an archived file', () => {
  const entry = parseArchivedFile(readFileSync(FILE, 'utf8'));

  expect(entry).not.toBeNull();
  if (entry) expectSample(readArticle(entry));
});

test.skipIf(!isHere).each(['content', 'summary'] as const)(
  'the sample reads as expected as the %s of a feed’s entry',
  (field) => {
    const {
      content = '',
      link = '',
      ...archived
    } = parseArchivedFile(readFileSync(FILE, 'utf8')) ?? {};

    expectSample(
      readArticle(
        entryOf('', { ...archived, link, baseUrl: link ?? '', summary: '', [field]: content }),
      ),
    );
  },
);
