import type { Clock } from '../model.ts';
import { type TourPlace, type TourStep, TURNED } from './page/tour-acts.ts';
import { TOUR, TOUR_END } from './page/tour-steps.ts';
import { type TourDoor, walkStep } from './page/tour-walk.ts';
import type { Playground } from './playground.ts';
import type { ShownMessage, WorldEvent } from './protocol.ts';
import { type Look, messageLines } from './terminal-message.ts';
import { inInk, wrap } from './terminal-text.ts';
import { CHANNEL, YOU } from './townspeople.ts';

/** Where the tour is shown. */
export type Screen = {
  look: Look;
  write(line: string): void;
  /** Resolves when the visitor wants to go on. */
  next(): Promise<void>;
};

type TourDeps = {
  playground: Pick<Playground, 'telegram' | 'leap' | 'now' | 'print'>;
  screen: Screen;
  sleep: Clock['sleep'];
  /** How many seconds of the playground one second of the tour has. */
  speed: number;
};

const PATIENCE_MS = 30_000;
/** Some rounds of looking for what is new, so that what would come has come. */
const CALM_MS = 5_000;
/** Real time that the machine itself needs for such a round. */
const LEAST_CALM_MS = 1_000;
const CHATS: Record<TourPlace, number> = { private: YOU, channel: CHANNEL };

/** Walks a newcomer through all steps in a terminal. Answers null, or the first promise that was not kept. */
export async function walkTour(deps: TourDeps): Promise<string | null> {
  const { screen, playground } = deps;
  const door = doorOf(deps);
  const unwatch = playground.telegram.world.watch(door.hear);
  try {
    for (const [index, step] of TOUR.entries()) {
      announce(step, index, screen);
      const missed = await walkStep(step, door);
      if (missed !== null) return missed;
      await screen.next();
    }
    write(screen, TOUR_END.terminal);
    return null;
  } finally {
    unwatch();
  }
}

function announce({ title, tells }: TourStep, index: number, screen: Screen): void {
  const { ink, style, columns } = screen.look;
  const heading = `${index + 1} of ${TOUR.length} · ${title}`;
  const rule = '─'.repeat(Math.max(2, Math.min(columns, 80) - heading.length - 4));
  const line = style === 'boxes' ? `── ${heading} ${rule}` : `Step ${heading.replace(' ·', ':')}`;
  screen.write('');
  screen.write(ink === 'on' ? inInk(line, 'bold') : line);
  write(screen, tells);
}

/** Whole words, in lines of the screen's width. */
function write({ look, write }: Screen, text: string): void {
  const { style, columns } = look;
  const lines = style === 'boxes' ? wrap(text, Math.min(columns - 2, 80)) : [{ text }];
  write('');
  for (const line of lines) write(line.text);
  write('');
}

/** What was done (▸) or seen (✓), below its mark. */
function marked({ look, write }: Screen, mark: '▸' | '✓', text: string): void {
  if (look.style === 'lines') {
    write(/[.?!…:]$/.test(text) ? text : `${text}.`);
    return;
  }
  wrap(text, Math.min(look.columns, 80) - 6).forEach((line, index) => {
    const shown = `  ${index === 0 ? mark : ' '} ${line.text}`;
    write(look.ink === 'on' ? inInk(shown, mark === '▸' ? 'accent' : 'green') : shown);
  });
}

function doorOf({ playground, screen, sleep, speed }: TourDeps) {
  const { world } = playground.telegram;
  let place: TourPlace = 'private';
  const did = (text: string) => marked(screen, '▸', text);

  const door: TourDoor & { hear(event: WorldEvent): void } = {
    async say(text, answering) {
      did(answering ? `You answer the post: ${text}` : `You write: ${text}`);
      const replyTo = answering ? { replyTo: answering.message_id } : {};
      world.say({ userId: YOU, chatId: YOU, text, ...replyTo });
    },
    async press({ message_id: messageId, reply_markup: markup }, label) {
      did(`You press: ${label}`);
      const buttons = markup?.inline_keyboard?.flat() ?? [];
      const data = buttons.find(({ text }) => text === label)?.callback_data ?? '';
      const { text } = await world.press({ userId: YOU, chatId: YOU, messageId, data });
      if (text) did(`A word pops up: ${text}`);
    },
    async print() {
      const { title } = await playground.print(YOU);
      did(`The newspaper prints: ${title}`);
      return title;
    },
    async turn(name, to) {
      did(TURNED[name]?.[to] ?? `${name}: ${to}`);
      world.throwSwitch({ chatId: YOU, name, on: to === 'on' });
    },
    async leap(byMs) {
      playground.leap(byMs);
      did(`Time leaps: it is ${clockOf(playground.now())}`);
    },
    look(at) {
      if (at === place) return;
      place = at;
      if (at === 'channel') for (const message of newest(CHANNEL)) show(message);
    },
    messages: (at) => world.messages(CHATS[at]),
    nowMs: playground.now,
    async note(sentence) {
      marked(screen, '✓', sentence);
    },
    sleep: (ms) => sleep(ms),
    patienceMs: PATIENCE_MS,
    calmMs: Math.max(LEAST_CALM_MS, CALM_MS / speed),
    hear(event) {
      if (event.kind !== 'message' && event.kind !== 'edited') return;
      const isHere = event.chatId === CHATS[place];
      if (isHere && event.message.from?.id !== YOU) show(event.message);
    },
  };
  return door;

  function show(message: ShownMessage): void {
    if (message.service !== undefined) return;
    for (const line of messageLines(message, nameOf(message), screen.look)) screen.write(line);
  }

  function newest(chatId: number): ShownMessage[] {
    return world.messages(chatId).slice(-1);
  }
}

function nameOf({ sender_chat: chat, from, edit_date: edited }: ShownMessage): string {
  const name = chat?.title ?? from?.first_name ?? '';
  return edited === undefined ? name : `${name} (edited)`;
}

function clockOf(ms: number): string {
  return new Intl.DateTimeFormat('en', {
    ...{ weekday: 'long', hour: '2-digit', minute: '2-digit', hour12: false },
  }).format(ms);
}
