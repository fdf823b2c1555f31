import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;
const UNLUCKY = { error_code: 400, description: 'Bad Request: message is unlucky' };

let stage: Stage;

beforeEach(async () => {
  stage = await setStage({ OWNER_IDS: String(OWNER) });
  await stage.say(OWNER, OWNER, '/start');
  stage.paper.print({ id: 'old' });
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/subscribe The Paper');
});

afterEach(() => clear(stage));

async function nextRound(): Promise<void> {
  await stage.pass(6 * MINUTE_MS);
  await stage.tick();
  await stage.pass(5_000);
}

/** Telegram takes no form of the next post. */
async function buryNext(id: string): Promise<void> {
  for (let rung = 0; rung < 3; rung += 1) {
    stage.telegram.failNext({ method: 'sendMessage' }, UNLUCKY);
  }
  stage.paper.print({ id });
  await nextRound();
}

const relayed = () => stage.titles(ANNA).filter((title) => title !== 'old');

test('while nothing is dead, owners are told so', async () => {
  await stage.say(OWNER, OWNER, '/dead');

  expect(stage.said(OWNER)).toBe(
    'Nothing is dead: all that was owed has been sent, or still waits.',
  );
});

test('the owner hears once of what could not be sent', async () => {
  await buryNext('one');
  for (let round = 0; round < 5; round += 1) await nextRound();

  expect(stage.texts(OWNER).filter((text) => text.includes('/dead tells why'))).toEqual([
    'One post of The Paper could not be sent. /dead tells why, and lets you try again.',
  ]);
});

test('what could not be sent is listed by reason, and goes out when it is tried again', async () => {
  await buryNext('one');
  await stage.say(OWNER, OWNER, '/dead');
  expect(stage.said(OWNER)).toBe(
    'What could not be sent\n\n1. Bad Request: message is unlucky\nOne post to one chat, the latest on 25 Nov 2026, 12:06',
  );

  await stage.press(OWNER, OWNER, 'Retry 1');
  await stage.pass(5_000);

  expect(relayed()).toEqual(['one']);
  expect(stage.said(OWNER)).toBe(
    'Nothing is dead: all that was owed has been sent, or still waits.',
  );
});

test('what is dropped is forgotten, and goes out no more', async () => {
  await buryNext('one');
  await stage.say(OWNER, OWNER, '/dead');

  expect((await stage.press(OWNER, OWNER, 'Drop 1')).text).toBe('One post is forgotten.');
  await nextRound();

  expect(relayed()).toEqual([]);
  expect(await stage.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
});

test('nobody else sees or touches it', async () => {
  await buryNext('one');
  await stage.say(ANNA, ANNA, '/dead');
  expect(stage.said(ANNA)).toBe('That is for the owners of this bot.');

  await stage.forge(ANNA, ANNA, 'dd:x:AAAAAAAAAAAAAAAA');

  expect(await stage.store.outbox.depth()).toMatchObject({ dead: 1 });
});

test('a button of another age does nothing', async () => {
  await buryNext('one');
  await stage.say(OWNER, OWNER, '/dead');

  const answered = await stage.forge(OWNER, OWNER, 'dd:x:AAAAAAAAAAAAAAAA');

  expect(answered.text).toBeTruthy();
  expect(await stage.store.outbox.depth()).toMatchObject({ dead: 1 });
});
