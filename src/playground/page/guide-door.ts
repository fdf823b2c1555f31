import type { SwitchName } from '../protocol.ts';
import type { Actions } from './actions.ts';
import { type TourPlace, TURNED } from './tour-acts.ts';
import type { TourDoor } from './tour-walk.ts';
import { isFor, messageKey, nowIn, type TourLine, type View } from './view.ts';

type DoorDeps = {
  view(): View;
  doing: Omit<Actions, 'tour'>;
  tell(line: TourLine): void;
  /** Whether the visitor has gone on without this step. */
  isLeft(): boolean;
};

/** So long a control is pointed at before it is used. */
const POINT_MS = 900;
const PATIENCE_MS = 30_000;
/** Two rounds of looking for what is new. */
const CALM_MS = 4_500;

/** Does what people do, by the controls of the page where there are any, and shows what the page shows. */
export function createGuideDoor(deps: DoorDeps): TourDoor {
  return { ...hands(deps), ...eyes(deps), patienceMs: PATIENCE_MS, calmMs: CALM_MS };
}

type Hands = Pick<TourDoor, 'say' | 'press' | 'print' | 'turn' | 'leap'>;

function hands({ doing, tell, isLeft }: DoorDeps): Hands {
  const did = (text: string) => tell({ kind: 'did', text });
  return {
    async say(text, answering) {
      if (isLeft()) return;
      did(`You write: ${text}`);
      if (answering) doing.replyTo(answering);
      const field = document.querySelector<HTMLTextAreaElement>('[data-testid="composer"]');
      if (field) field.value = text;
      await pointAt('#composer form');
      if (field) field.value = '';
      doing.say(text);
    },
    async press(message, label) {
      if (isLeft()) return;
      did(`You tap: ${label}`);
      const row = `[data-message="${CSS.escape(messageKey(message))}"]`;
      const keys = [...document.querySelectorAll<HTMLElement>(`${row} [data-testid="key"]`)];
      const key = keys.find(({ textContent }) => textContent === label);
      await pointAt(key ?? null);
      key?.click();
    },
    async print() {
      await pointAt('[data-testid="print"]');
      const title = isLeft() ? null : await doing.printArticle();
      did(`The newspaper prints: ${title}`);
      return title ?? '';
    },
    async turn(name, to) {
      // What was turned on is turned off again, also when the visitor has left.
      if (isLeft() && to === 'on') return;
      did(turnedTo(name, to));
      await pointAt(`[data-testid="switch-${name}"]`);
      doing.throwSwitch(name, to);
    },
    async leap(byMs) {
      if (isLeft()) return;
      await pointAt('[data-testid="clock"]');
      await doing.leap(byMs);
      did('Time leaps.');
    },
  };
}

function eyes({ view, doing, tell, isLeft }: DoorDeps) {
  const chatOf = (place: TourPlace) => {
    const { world, me } = view();
    return world.chats.find(({ id, type }) => (place === 'private' ? id === me : type === place));
  };
  return {
    look(place: TourPlace) {
      const chatId = chatOf(place)?.id ?? view().me;
      if (!isLeft() && view().place.chatId !== chatId) doing.open({ chatId, threadId: null });
    },
    messages: (place: TourPlace) =>
      (chatOf(place)?.messages ?? []).filter((it) => isFor(it, view().me)),
    nowMs: () => nowIn(view()),
    async note(text: string) {
      tell({ kind: 'seen', text });
      await sleep(POINT_MS);
    },
    sleep: (ms: number) => (isLeft() ? Promise.resolve() : sleep(ms)),
  };
}

function turnedTo(name: SwitchName, to: 'on' | 'off'): string {
  return TURNED[name]?.[to] ?? `${name}: ${to}`;
}

/** Rings a control for a moment; one that this screen has no room for is used all the same. */
async function pointAt(what: string | HTMLElement | null): Promise<void> {
  const element = typeof what === 'string' ? document.querySelector<HTMLElement>(what) : what;
  element?.scrollIntoView({ block: 'nearest' });
  element?.setAttribute('data-pointed', '');
  await sleep(POINT_MS);
  element?.removeAttribute('data-pointed');
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
