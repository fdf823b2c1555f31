import type { View } from './view.ts';

const KEY = 'telewire-playground';

type Remembered = Partial<Pick<View, 'me' | 'place'>>;

/** What was open when this tab was last used; nothing where the browser keeps nothing. */
export function recall(): Remembered {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Remembered;
  } catch {
    return {};
  }
}

export function remember({ me, place }: View): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ me, place }));
  } catch {
    // Storage can be full or forbidden: the page then opens as if for the first time.
  }
}
