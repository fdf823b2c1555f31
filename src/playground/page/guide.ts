import type { Actions, TourActions } from './actions.ts';
import { createGuideDoor } from './guide-door.ts';
import { TOUR } from './tour-steps.ts';
import { walkStep } from './tour-walk.ts';
import type { TourLine, TourState, View } from './view.ts';

/** The view, and the one way to change it. */
type Held = { view(): View; change(next: (view: View) => View): void };

/** The tour on the page: each step is told, performed on request with its controls pointed at, and then left behind. */
export function createGuide({ view, change }: Held, doing: Omit<Actions, 'tour'>): TourActions {
  return {
    begin() {
      const visitor = view().world.users[0]?.id ?? view().me;
      doing.writeAs(visitor);
      doing.open({ chatId: visitor, threadId: null });
      stand(0);
    },
    async perform() {
      const { tour } = view();
      const step = TOUR[tour?.at ?? TOUR.length];
      if (!tour || !step || tour.phase === 'doing') return;
      const isLeft = () => view().tour?.began !== tour.began;
      /** Of a step that a visitor has left nothing more is told. */
      const set = (next: Partial<TourState>) =>
        change((view) => (isLeft() ? view : { ...view, tour: { ...tour, ...view.tour, ...next } }));
      const tell = (line: TourLine) => set({ lines: [...(view().tour?.lines ?? []), line] });
      set({ phase: 'doing', lines: [] });
      const missed = await walkStep(step, createGuideDoor({ view, doing, tell, isLeft }));
      if (missed !== null) tell({ kind: 'missed', text: missed });
      set({ phase: missed === null ? 'done' : 'missed' });
    },
    next: () => stand((view().tour?.at ?? 0) + 1),
    end: () => change((view) => ({ ...view, tour: null })),
  };

  function stand(at: number): void {
    const phase = at < TOUR.length ? 'told' : 'over';
    change((view) => ({ ...view, tour: { at, phase, lines: [], began: performance.now() } }));
  }
}
