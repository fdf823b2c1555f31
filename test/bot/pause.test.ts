import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  await stage.stock('Herald', ['two']);
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/subscribe herald');
});

afterEach(() => clear(stage));

const paused = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId))
    .filter(({ pausedAt }) => pausedAt !== null)
    .map(({ title, threadId }) => (threadId === 0 ? title : `${title} in ${threadId}`));

/** The paper prints these, and its feed is looked at. */
async function publish(...ids: string[]): Promise<void> {
  for (const id of ids) stage.paper.print({ id, at: stage.clock.now() });
  await stage.pass(6 * 60_000);
  await stage.tick();
  await stage.pass(5_000);
}

describe('/pause', () => {
  test('of one feed: only that one, and /list tells', async () => {
    await stage.say(ANNA, ANNA, '/pause gaz');
    expect(stage.said(ANNA)).toBe(
      'Gazette is paused. /resume ends that, and what was missed comes in one message.',
    );
    expect(stage.buttons(ANNA)).toEqual(['Undo']);
    expect(await paused(ANNA)).toEqual(['Gazette']);
    await stage.say(ANNA, ANNA, '/list');

    expect(stage.said(ANNA)).toContain('Gazette — paused');
  });

  test('without a name: everything, and Undo takes back just that', async () => {
    await stage.say(ANNA, ANNA, '/pause herald');
    await stage.say(ANNA, ANNA, '/subscribe herald');
    await stage.stock('Courier', ['three']);
    await stage.say(ANNA, ANNA, '/subscribe courier');
    await stage.say(ANNA, ANNA, '/pause');
    expect(stage.said(ANNA)).toContain('2 feeds are paused.');
    expect(await paused(ANNA)).toEqual(['Courier', 'Gazette', 'Herald']);

    await stage.press(ANNA, ANNA, 'Undo');

    expect(stage.said(ANNA)).toBe('2 feeds come again.\nNothing was missed.');
    expect(await paused(ANNA)).toEqual(['Herald']);
  });

  test('of what is paused already says so', async () => {
    await stage.say(ANNA, ANNA, '/pause');
    await stage.say(ANNA, ANNA, '/pause');
    expect(stage.said(ANNA)).toBe('All feeds: nothing comes already. /resume ends the pause.');
    await stage.say(ANNA, ANNA, '/pause gazette');
    expect(stage.said(ANNA)).toBe('Gazette: nothing comes already. /resume ends the pause.');
  });

  test('of nothing, or of a feed that is not followed', async () => {
    await stage.say(STRANGER, STRANGER, '/pause');
    expect(stage.said(STRANGER)).toBe(
      'This chat follows nothing yet. Send /subscribe to pick something.',
    );
    await stage.say(ANNA, ANNA, '/pause nobody');
    expect(stage.said(ANNA)).toContain('This chat does not follow “nobody”');
  });

  test('in a topic: only what is followed there', async () => {
    const inTopic = (text: string) =>
      stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text });
    await inTopic('/subscribe gazette');
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    await inTopic('/pause');
    expect(await paused(FORUM)).toEqual(['Gazette in 2']);
    await stage.say(ANNA, FORUM, '/pause gazette');

    expect((await paused(FORUM)).toSorted()).toEqual(['Gazette', 'Gazette in 2']);
  });
});

describe('/resume', () => {
  beforeEach(async () => {
    stage.paper.print({ id: 'old' });
    await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
    await stage.say(ANNA, ANNA, '/subscribe the paper');
    await publish('before');
  });

  test('tells how much was missed; until then nothing comes', async () => {
    await stage.say(ANNA, ANNA, '/pause the paper');
    const before = stage.texts(ANNA).length;
    await publish('one', 'two');
    await publish('three');
    expect(stage.texts(ANNA)).toHaveLength(before);

    await stage.say(ANNA, ANNA, '/resume the paper');

    expect(stage.texts(ANNA)[before]).toBe(
      'The Paper comes again.\n3 posts were missed: they come in one message.',
    );
    expect(await paused(ANNA)).toEqual([]);
  });

  test('without a name: all that is paused here', async () => {
    await stage.say(ANNA, ANNA, '/pause');
    await stage.say(ANNA, ANNA, '/resume');

    expect(stage.said(ANNA)).toBe('3 feeds come again.\nNothing was missed.');
    expect(await paused(ANNA)).toEqual([]);
    await stage.press(ANNA, ANNA, 'Undo');
    expect(await paused(ANNA)).toHaveLength(3);
  });

  test('where nothing is paused says so', async () => {
    await stage.say(ANNA, ANNA, '/resume');
    expect(stage.said(ANNA)).toBe('All feeds: nothing is paused.');
    await stage.say(ANNA, ANNA, '/resume gazette');
    expect(stage.said(ANNA)).toBe('Gazette: nothing is paused.');
  });
});

test('an undone /unsubscribe leaves a feed paused', async () => {
  await stage.say(ANNA, ANNA, '/pause gazette');
  await stage.say(ANNA, ANNA, '/unsubscribe gazette');
  await stage.press(ANNA, ANNA, 'Undo');

  expect(await paused(ANNA)).toEqual(['Gazette']);
});

describe('who may', () => {
  test('in a group only its administrators, by word and by button', async () => {
    await stage.say(ANNA, GROUP, '/subscribe gazette');
    await stage.say(BEN, GROUP, '/pause');
    expect(stage.said(GROUP)).toBe('Only administrators of this chat can change what it gets.');
    expect(await paused(GROUP)).toEqual([]);

    await stage.say(ANNA, GROUP, '/pause');
    const pressed = await stage.press(BEN, GROUP, 'Undo');

    expect(pressed).toMatchObject({ showAlert: true });
    expect(await paused(GROUP)).toEqual(['Gazette']);
  });

  test('on a channel its administrators from outside, who can undo it there', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
    await stage.say(ANNA, ANNA, '/pause gazette to @paper_channel');
    expect([await paused(CHANNEL), await paused(ANNA)]).toEqual([['Gazette'], []]);
    await stage.press(ANNA, ANNA, 'Undo');
    expect(await paused(CHANNEL)).toEqual([]);

    await stage.say(STRANGER, STRANGER, '/pause to @paper_channel');
    await stage.forge(STRANGER, STRANGER, `se:o:${CHANNEL}:0:0:pause`);
    expect(await paused(CHANNEL)).toEqual([]);
  });

  test('who is an administrator of a channel no more cannot undo there', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
    await stage.say(ANNA, ANNA, '/pause gazette to @paper_channel');
    stage.telegram.setStanding(CHANNEL, ANNA, 'member');
    await stage.pass(2 * 60_000);
    await stage.press(ANNA, ANNA, 'Undo');

    expect(await paused(CHANNEL)).toEqual(['Gazette']);
  });

  test.each(['pu:1', 'pu:9007199254740991'])('a forged %s undoes nothing', async (data) => {
    await stage.say(STRANGER, STRANGER, '/list');
    const { text } = await stage.forge(STRANGER, STRANGER, data);

    expect(text).toBe('That is no longer there. Send the command again for a fresh answer.');
  });
});
