import type { Actions, Part } from './actions.ts';
import { el } from './dom.ts';
import { dayAndTime } from './time.ts';
import { nowIn, type View } from './view.ts';

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 8;
const UPDATE_MS = 5_000;

/** What time it is in the playground; it goes on by an hour, or to the next morning, when somebody wants so. */
export function createClock(actions: Actions): Part {
  const time = el('span', { 'data-testid': 'time' });
  let latest: View | null = null;
  const element = el(
    'div',
    { class: 'clock', 'data-testid': 'clock', role: 'group', 'aria-label': 'Clock' },
    time,
    key('+ 1 hour', () => HOUR_MS),
    key('To 8:00', untilMorning),
  );
  setInterval(show, UPDATE_MS);
  return {
    element,
    render(view) {
      latest = view;
      show();
    },
  };

  function show(): void {
    if (!latest) return;
    const shown = dayAndTime(nowIn(latest));
    if (time.textContent !== shown) time.textContent = shown;
  }

  function key(label: string, byMs: (nowMs: number) => number): HTMLElement {
    const onclick = () => latest && void actions.leap(byMs(nowIn(latest)));
    return el('button', { type: 'button', class: 'clock-key', onclick }, label);
  }
}

function untilMorning(nowMs: number): number {
  const morning = new Date(nowMs);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  if (morning.getTime() <= nowMs) morning.setDate(morning.getDate() + 1);
  return morning.getTime() - nowMs;
}
