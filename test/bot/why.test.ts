import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, GROUP, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

async function publish(id: string): Promise<void> {
  stage.paper.print({ id });
  await stage.pass(6 * MINUTE_MS);
  await stage.tick();
  await stage.pass(5_000);
}

async function follow(chatId = ANNA): Promise<void> {
  stage.paper.print({ id: 'old' });
  await stage.say(ANNA, chatId, `/subscribe ${stage.paper.feedUrl}`);
}

const whyOf = async (id: string, chatId = ANNA) => {
  await stage.say(ANNA, chatId, `/why ${stage.paper.url}/${id}`);
  return stage.said(chatId);
};

test('a post that was sent: when it was published, and when it came', async () => {
  await follow();
  await publish('one');

  expect(await whyOf('one')).toBe(
    'one\nFrom The Paper, published 25 Nov 2026, 12:06. Sent here 25 Nov 2026, 12:06.',
  );
});

test('a reply to a post asks for that post', async () => {
  await follow(GROUP);
  await publish('one');
  const { message_id: replyTo } = stage.last(GROUP);

  await stage.write({ userId: ANNA, chatId: GROUP, text: '/why', replyTo });

  expect(stage.said(GROUP)).toMatch(/^one\nFrom The Paper, published/);
});

test('how often a post has been changed is told', async () => {
  await follow();
  await publish('one');
  stage.paper.revise('one', { title: 'Another title' });
  await publish('two');

  expect(await whyOf('one')).toMatch(/Its publisher has changed it once since\.$/);
});

test('an article that was there before the chat came', async () => {
  await follow();

  expect(await whyOf('old')).toBe(
    'old\nFrom The Paper. It was published before this chat began to follow it on 25 Nov 2026, 12:00.',
  );
});

test('an article of a feed that is not followed here', async () => {
  await follow();

  expect(await whyOf('old', GROUP)).toBe('old\nFrom The Paper, which is not followed here.');
});

test('a post that waits because Telegram failed, with the moment', async () => {
  await follow();
  const failure = { error_code: 502, description: 'Bad Gateway' };
  for (let time = 0; time < 2; time += 1)
    stage.telegram.failNext({ method: 'sendMessage' }, failure);
  await publish('one');

  expect(await whyOf('one')).toBe('one\nNot sent yet. It goes 25 Nov 2026, 12:06 at the earliest.');
});

test('a post that Telegram refused in every form, with its words', async () => {
  await follow();
  const refusal = { error_code: 400, description: 'Bad Request: message is unlucky' };
  for (let rung = 0; rung < 3; rung += 1)
    stage.telegram.failNext({ method: 'sendMessage' }, refusal);
  await publish('one');

  expect(await whyOf('one')).toBe(
    'one\nNot sent: Telegram refused it 25 Nov 2026, 12:06 in every form, with “Bad Request: message is unlucky”.',
  );
});

test('a story that another feed told first, with its link', async () => {
  await follow();
  const url = await stage.stock('The Other', ['before']);
  await stage.say(ANNA, ANNA, `/subscribe ${url}`);
  const link = 'https://agency.example/harbour';
  stage.paper.print({ id: 'one', title: 'Harbour opens', link });
  await publish('two');
  const other = `<item><guid>o</guid><title>Ships may enter</title><link>${link}</link></item>`;
  stage.paper.answerNext({
    status: 200,
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>The Other</title>${other}</channel></rss>`,
  });
  await stage.say(OWNER, OWNER, '/check The Other');
  await stage.pass(5_000);
  await stage.say(ANNA, ANNA, `/why ${link}`);

  expect(stage.said(ANNA)).toBe(
    `Ships may enter\nNot sent again: The Paper told the same story here before The Other did, and its post names both.\n${link}`,
  );
});

test.each([
  [
    '/why',
    'Reply to a post with /why, or send /why and the link of an article. I tell what became of it here.',
  ],
  [
    '/why nonsense',
    'Reply to a post with /why, or send /why and the link of an article. I tell what became of it here.',
  ],
  ['/why https://example.org/never-seen', 'No feed of mine has listed that article.'],
])('%s', async (line, answer) => {
  await stage.say(ANNA, ANNA, line);

  expect(stage.said(ANNA)).toBe(answer);
});
