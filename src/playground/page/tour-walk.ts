import type { ShownMessage, SwitchName } from '../protocol.ts';
import { plainOf } from './summary.ts';
import type { Act, TourPlace, TourStep } from './tour-acts.ts';

/** How the tour does what people do. Whoever walks shows it in their own way. */
export type TourDoor = {
  say(text: string, answering: ShownMessage | null): Promise<void>;
  press(message: ShownMessage, button: string): Promise<void>;
  /** Answers the title of what was printed. */
  print(): Promise<string>;
  turn(name: SwitchName, to: 'on' | 'off'): Promise<void>;
  /** Lets so much time pass at once. */
  leap(byMs: number): Promise<void>;
  /** Shows a place from now on. */
  look(place: TourPlace): void;
  messages(place: TourPlace): ShownMessage[];
  nowMs(): number;
  /** Something that was promised is there to be seen. */
  note(sentence: string): Promise<void>;
  /** Real time. */
  sleep(ms: number): Promise<void>;
  /** How long something promised may take, and how long nothing must come before it counts as missing; real time. */
  patienceMs: number;
  calmMs: number;
};

/** null: all that the step promises was seen; else what was not, in one sentence. */
export type Missed = string | null;

const LOOK_MS = 50;
const DAY_MS = 24 * 3_600_000;

/** What a step has to go by: which messages were there before it, and what was printed during it. */
type Course = { door: TourDoor; before: Set<string>; title: string };

export async function walkStep(step: TourStep, door: TourDoor): Promise<Missed> {
  const before = new Set(editionsIn('private', door).concat(editionsIn('channel', door)));
  const course: Course = { door, before, title: '' };
  for (const act of step.acts) {
    const missed = await perform(act, course);
    if (missed !== null) return `${step.title}: ${missed}`;
  }
  return null;
}

async function perform(act: Act, course: Course): Promise<Missed> {
  const { door } = course;
  if (act.do !== 'see') door.look('private');
  switch (act.do) {
    case 'say':
      await door.say(act.text, act.answering ? newestPost(door) : null);
      return null;
    case 'press':
      return press(act, door);
    case 'print':
      course.title = await door.print();
      return null;
    case 'turn':
      await door.turn(act.name, act.to);
      return null;
    case 'wait':
      await door.leap(msUntil(act.until, door.nowMs()));
      return null;
    case 'see':
      door.look(act.place ?? 'private');
      return see(act, course);
    case 'miss':
      return miss(act.is, course);
  }
}

type Press = Extract<Act, { do: 'press' }>;

async function press({ button, done }: Press, door: TourDoor): Promise<Missed> {
  const messages = door.messages('private');
  if (done !== undefined && messages.some((it) => hasButton(it, done))) return null;
  const message = messages.findLast((it) => hasButton(it, button));
  if (!message) return `there is no button “${button}” to press.`;
  await door.press(message, button);
  return null;
}

type See = Extract<Act, { do: 'see' }>;

async function see(act: See, course: Course): Promise<Missed> {
  const { door } = course;
  const { place = 'private', times = 1 } = act;
  for (let waitedMs = 0; waitedMs <= door.patienceMs; waitedMs += LOOK_MS) {
    const seen = door
      .messages(place)
      .filter((it) => act.mayBeOld || !course.before.has(editionOf(it)));
    if (seen.filter((it) => isWanted(it, act, course.title)).length >= times) {
      await door.note(act.is);
      return null;
    }
    await door.sleep(LOOK_MS);
  }
  return `“${act.is}” has not come true within ${Math.round(door.patienceMs / 1000)} seconds.`;
}

async function miss(sentence: string, { door, before, title }: Course): Promise<Missed> {
  await door.sleep(door.calmMs);
  const seen = door.messages('private').filter((it) => !before.has(editionOf(it)));
  if (seen.some((it) => isByBot(it) && wordsOf(it).includes(title))) {
    return `“${title}” came, and should not have.`;
  }
  await door.note(sentence);
  return null;
}

function isWanted(message: ShownMessage, { words, button, shows }: See, title: string): boolean {
  if (!isByBot(message)) return false;
  const text = wordsOf(message);
  if (words === '{title}' ? !text.includes(title) : !words.test(text)) return false;
  if (button !== undefined && !hasButton(message, button)) return false;
  switch (shows) {
    case 'picture':
      return message.photo !== undefined;
    case 'no picture':
      return message.photo === undefined;
    case 'reader':
      return message.rich_message !== undefined;
    default:
      return true;
  }
}

function editionsIn(place: TourPlace, door: TourDoor): string[] {
  return door.messages(place).map(editionOf);
}

/** Another one as soon as anything of the message is changed. */
function editionOf(message: ShownMessage): string {
  const { message_id, ephemeral_message_id, chat, text, caption, reply_markup } = message;
  return JSON.stringify([chat.id, message_id, ephemeral_message_id, text, caption, reply_markup]);
}

function newestPost(door: TourDoor): ShownMessage | null {
  return door.messages('private').findLast((it) => isByBot(it) && hasButton(it, 'Read')) ?? null;
}

function isByBot(message: ShownMessage): boolean {
  return message.from?.is_bot !== false && message.service === undefined;
}

function wordsOf({ text, caption, rich_message: rich }: ShownMessage): string {
  return text ?? caption ?? (rich?.blocks ?? []).map((it) => plainOf(it.text)).join('\n');
}

export function hasButton(message: ShownMessage, label: string): boolean {
  const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
  return buttons.some(({ text }) => text === label);
}

/** From now until clocks here next show that time, and a second more. */
function msUntil(wall: string, nowMs: number): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  const then = new Date(nowMs).setHours(hours, minutes, 1, 0);
  return then > nowMs ? then - nowMs : then + DAY_MS - nowMs;
}
