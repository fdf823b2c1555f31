import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { type Fields, flagOf, integerOf, isFields, textOf } from './fields.ts';
import type { Ask, Choice } from './inline-protocol.ts';
import type { PrintArticle } from './printing.ts';
import type {
  Press,
  Say,
  Share,
  Start,
  SwitchName,
  Throw,
  TimeLeap,
  WorldEvent,
} from './protocol.ts';
import type { React } from './reaction-protocol.ts';
import { Refusal } from './refusals.ts';
import { fileAnswer } from './routes.ts';
import { emit, type Telegram } from './state.ts';
import type { TelegramWorld } from './world.ts';

const HEARTBEAT_MS = 15_000;
const SWITCHES: readonly string[] = [
  'block',
  'kick',
  'mute',
  'flood',
  'refusePictures',
  'noPictures',
  'closeTopic',
  'migrate',
  'outage',
] satisfies SwitchName[];

/** Turns the clock of the whole playground on. */
export type Leap = (byMs: number) => void;

type WorldParts = {
  telegram: Telegram;
  world: TelegramWorld;
  printArticle: PrintArticle | null;
  leap: Leap | null;
};

/** Further than a visitor wants, and short enough for every sum of dates. */
const LONGEST_LEAP_MS = 31 * 24 * 3_600_000;

/** `/world/*` as `protocol.ts` describes it. What cannot be done is answered with 400 and a sentence. */
export function worldRoutes({ telegram, world, printArticle, leap }: WorldParts): Hono {
  const routes = new Hono();
  routes.get('/', (c) => c.json(world.snapshot()));
  routes.get('/events', (c) => streamSSE(c, (stream) => showEvents(telegram, world, stream)));
  routes.get('/commands', (c) => {
    const asked = c.req.query();
    return c.json(world.commands(numberIn(asked, 'chatId'), numberIn(asked, 'userId')));
  });
  routes.get('/file/:id', (c) => fileAnswer(telegram, c.req.param('id')));
  routes.post('/say', async (c) => c.json(world.say(sayIn(await body(c.req.raw)))));
  routes.post('/press', async (c) => c.json(await world.press(pressIn(await body(c.req.raw)))));
  routes.post('/react', async (c) => c.json(world.react(reactIn(await body(c.req.raw)))));
  routes.post('/share', async (c) => c.json(world.share(shareIn(await body(c.req.raw)))));
  routes.post('/ask', async (c) => c.json(await world.ask(askIn(await body(c.req.raw)))));
  routes.post('/choose', async (c) => c.json(world.choose(choiceIn(await body(c.req.raw)))));
  routes.post('/start', async (c) => c.json(world.start(startIn(await body(c.req.raw)))));
  routes.post('/switch', async (c) => {
    const thrown = throwIn(await body(c.req.raw));
    if (!telegram.chats.has(thrown.chatId)) return c.text('There is no such chat', 400);
    world.throwSwitch(thrown);
    return c.body(null, 204);
  });
  routes.post('/publish', async (c) => {
    if (printArticle === null) return c.text('There is no paper here', 400);
    return c.json(await printArticle(numberIn(await body(c.req.raw), 'chatId')));
  });
  routes.post('/leap', async (c) => {
    if (leap === null) return c.text('This clock cannot be turned', 400);
    leap(leapIn(await body(c.req.raw)).byMs);
    emit(telegram, { kind: 'leapt', nowMs: telegram.now() });
    return c.body(null, 204);
  });
  routes.onError((error, c) => {
    if (error instanceof Refusal) return c.text(error.message, 400);
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return routes;
}

/** Runs until the watcher goes or the server stops; the heartbeat keeps proxies from ending a quiet stream. */
async function showEvents(
  telegram: Telegram,
  world: TelegramWorld,
  stream: SSEStreamingApi,
): Promise<void> {
  const write = (event: WorldEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
  const unwatch = world.watch(write);
  const heartbeat = setInterval(() => void stream.write(': \n\n'), HEARTBEAT_MS);
  await stream.write(': \n\n');
  await new Promise<void>((resolve) => {
    stream.onAbort(resolve);
    telegram.stopping.signal.addEventListener('abort', () => resolve());
    if (telegram.stopping.signal.aborted) resolve();
  });
  clearInterval(heartbeat);
  unwatch();
}

async function body(request: Request): Promise<Fields> {
  const value: unknown = await request.json().catch(() => null);
  if (!isFields(value)) throw wrong('The body must be a JSON object');
  return value;
}

function sayIn(fields: Fields): Say {
  return {
    userId: numberIn(fields, 'userId'),
    chatId: numberIn(fields, 'chatId'),
    text: textOf(fields, 'text'),
    ...optionalNumber(fields, 'threadId'),
    ...optionalNumber(fields, 'replyTo'),
  };
}

function pressIn(fields: Fields): Press {
  return {
    userId: numberIn(fields, 'userId'),
    chatId: numberIn(fields, 'chatId'),
    messageId: numberIn(fields, 'messageId'),
    data: textOf(fields, 'data'),
    ...optionalNumber(fields, 'ephemeralMessageId'),
  };
}

function reactIn(fields: Fields): React {
  const reacted = { userId: numberIn(fields, 'userId'), chatId: numberIn(fields, 'chatId') };
  const messageId = numberIn(fields, 'messageId');
  return { ...reacted, messageId, emoji: textOf(fields, 'emoji') || null };
}

function shareIn(fields: Fields): Share {
  return {
    userId: numberIn(fields, 'userId'),
    requestId: numberIn(fields, 'requestId'),
    chatId: numberIn(fields, 'chatId'),
  };
}

function askIn(fields: Fields): Ask {
  const asked = { userId: numberIn(fields, 'userId'), query: textOf(fields, 'query') };
  return { ...asked, offset: textOf(fields, 'offset') };
}

function choiceIn(fields: Fields): Choice {
  return {
    userId: numberIn(fields, 'userId'),
    chatId: numberIn(fields, 'chatId'),
    queryId: textOf(fields, 'queryId'),
    resultId: textOf(fields, 'resultId'),
    ...optionalNumber(fields, 'threadId'),
  };
}

function startIn(fields: Fields): Start {
  return { userId: numberIn(fields, 'userId'), payload: textOf(fields, 'payload') };
}

function leapIn(fields: Fields): TimeLeap {
  const byMs = numberIn(fields, 'byMs');
  if (byMs > 0 && byMs <= LONGEST_LEAP_MS) return { byMs };
  throw wrong('Time goes on by up to a month at once');
}

function throwIn(fields: Fields): Throw {
  const name = textOf(fields, 'name');
  if (!isSwitch(name)) throw wrong(`There is no switch ${name}`);
  const chatId = numberIn(fields, 'chatId');
  return { chatId, name, on: flagOf(fields, 'on'), ...optionalNumber(fields, 'threadId') };
}

function isSwitch(name: string): name is SwitchName {
  return SWITCHES.includes(name);
}

function numberIn(fields: Fields, name: string): number {
  const number = integerOf(fields, name);
  if (number === null) throw wrong(`${name} must be a whole number`);
  return number;
}

function optionalNumber<Name extends string>(fields: Fields, name: Name) {
  const number = integerOf(fields, name);
  return (number === null ? {} : { [name]: number }) as Partial<Record<Name, number>>;
}

function wrong(message: string): HTTPException {
  return new HTTPException(400, { message });
}
