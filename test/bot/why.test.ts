import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

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

  expect(await whyOf('one')).toBe(
    'one\nNot sent yet. The last try ended with “Bad Gateway”, so it goes 25 Nov 2026, 12:06 at the earliest.',
  );
});

test('a post that waits because its chat lets nothing in, with Telegram’s words', async () => {
  await follow(GROUP);
  const description = 'Bad Request: not enough rights to send text messages to the chat';
  stage.telegram.failNext({ method: 'sendMessage' }, { error_code: 400, description });
  await publish('one');

  expect(await whyOf('one', GROUP)).toMatch(
    /^one\nNot sent yet\. The last try ended with “Bad Request: not enough rights to send text/,
  );
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

describe('a message that told several together', () => {
  const replyTo = () => stage.last(ANNA).message_id;
  const ask = () => stage.write({ userId: ANNA, chatId: ANNA, text: '/why', replyTo: replyTo() });

  async function missDuringPause(...ids: string[]): Promise<void> {
    await follow();
    await stage.say(ANNA, ANNA, '/pause all');
    for (const id of ids) stage.paper.print({ id, at: stage.clock.now() });
    await stage.pass(6 * MINUTE_MS);
    await stage.tick();
    await stage.say(ANNA, ANNA, '/resume all');
    await stage.tick();
    await stage.pass(5_000);
  }

  test('a digest is answered for all that it names', async () => {
    await follow();
    await stage.say(ANNA, ANNA, '/digest hourly');
    for (const id of ['one', 'two']) stage.paper.print({ id, at: stage.clock.now() });
    await stage.pass(6 * MINUTE_MS);
    await stage.tick();
    await stage.pass(55 * MINUTE_MS);

    await ask();

    expect(stage.said(ANNA)).toBe(
      'The digest of 25 Nov 2026, 13:00 told 2 articles, which waited for it. /digest changes when it comes.' +
        '\n\none\nThe Paper · 25 Nov 2026, 12:00\n\ntwo\nThe Paper · 25 Nov 2026, 12:00',
    );
    expect(stage.buttons(ANNA)).toEqual([]);
  });

  test('many have pages, which whoever asked turns', async () => {
    await missDuringPause(...Array.from({ length: 10 }, (_, index) => `story ${index}`));

    await ask();
    const first = stage.said(ANNA);
    await stage.press(ANNA, ANNA, '›');

    expect(first).toMatch(
      /^Told here .* in one message: 10 articles that were published during a pause\./,
    );
    expect(first.match(/^story \d$/gm)).toHaveLength(8);
    expect(stage.said(ANNA).match(/^story \d$/gm)).toHaveLength(2);
    expect(stage.buttons(ANNA)).toEqual(['‹', '2 / 2', '›']);
  });

  test('long headlines that begin alike are told apart', async () => {
    const alike = 'The town council talks about the new bridge over the old harbour, day';
    await missDuringPause(`${alike} one`, `${alike} two`);

    await ask();

    expect(stage.said(ANNA)).toContain(`\n${alike} one\n`);
    expect(stage.said(ANNA)).toContain(`\n${alike} two\n`);
  });

  test('pages of which nobody knows any more say so', async () => {
    await follow();

    const { text } = await stage.forge(ANNA, ANNA, 'wy:999:1');

    expect(text).toBe('That is no longer there. Send the command again for a fresh answer.');
  });

  test('what is no longer kept is told by its number', async () => {
    const url = await stage.stock('Gazette');
    await stage.say(ANNA, ANNA, `/subscribe ${url}`);
    await stage.say(ANNA, ANNA, '/pause all');
    await stage.pass(1_000);
    stage.paper.answerNext(feed('Gazette', ['gone soon']));
    await stage.say(OWNER, OWNER, '/check Gazette');
    await missDuringPause('one', 'two');
    const message = replyTo();
    const [gazette] = await stage.store.feeds.catalogue();

    await stage.store.feeds.remove(gazette?.id ?? 0);
    await stage.write({ userId: ANNA, chatId: ANNA, text: '/why', replyTo: message });

    expect(stage.said(ANNA)).toMatch(/: 2 articles .*\n\nOne more is no longer kept here\.$/s);
  });
});

test('what was sent longer ago than receipts are kept is not called dropped', async () => {
  await follow();
  await publish('one');
  await stage.pass(91 * 24 * 60 * MINUTE_MS);
  await stage.tick();

  await stage.say(ANNA, ANNA, `/why ${stage.paper.url}/one`);

  expect(stage.said(ANNA)).toBe(
    'one\nFrom The Paper. That is so long ago that I no longer know what became of it here.',
  );
});

test('in a forum a link asked in one topic finds what came into another', async () => {
  stage.paper.print({ id: 'old' });
  const there = { userId: ANNA, chatId: FORUM, threadId: stage.telegram.openTopic(FORUM, 'News') };
  await stage.write({ ...there, text: `/subscribe ${stage.paper.feedUrl}` });
  await publish('one');

  await stage.say(ANNA, FORUM, `/why ${stage.paper.url}/one`);

  expect(stage.said(FORUM)).toMatch(/^one\nFrom The Paper, published .*\. Sent here /);
});
