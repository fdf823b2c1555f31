import { el, icon } from './dom.ts';

/** Whoever is this near to the end wants to see what comes. */
const NEAR_PX = 120;
/** Space above a message that is shown from its top. */
const MARGIN_PX = 12;

/** What a new view changed in the conversation. */
export type Change = {
  byMe: number;
  byOthers: number;
  /** The last row, if it is new or drawn anew. */
  newest: Element | null;
  /** A rich message whose page was turned: it is read from its top again. */
  turned: Element | null;
};

export type Scroll = {
  /** "↓ n new", for readers who scrolled up. */
  button: HTMLElement;
  toEnd(how: 'instant' | 'smooth'): void;
  /** Goes along if the reader was at the end or wrote something, else counts what is new on the button. */
  follow(change: Change): void;
};

/** Keeps the newest message in sight, unless the reader looks at older ones. */
export function createScroll(pane: HTMLElement): Scroll {
  const count = el('span');
  const onclick = () => toEnd('smooth');
  const attributes = { type: 'button', class: 'to-end', 'data-testid': 'to-end', hidden: true };
  const button = el('button', { ...attributes, onclick }, icon('down'), count);
  let isFollowing = true;
  let lastTop = 0;
  let unseen = 0;
  pane.addEventListener('scroll', scrolled, { passive: true });
  new ResizeObserver(resized).observe(pane);
  return { button, toEnd, follow };

  function toEnd(how: 'instant' | 'smooth'): void {
    isFollowing = true;
    glide(pane, pane.scrollHeight, how);
    refresh();
  }

  function follow({ byMe, byOthers, newest, turned }: Change): void {
    if (byMe > 0) toEnd('smooth');
    else if (isTall(turned, pane)) glide(pane, topOf(turned), 'smooth');
    else if (isFollowing && isTall(newest, pane)) glide(pane, topOf(newest), 'smooth');
    else if (isFollowing) toEnd('smooth');
    else unseen += byOthers;
    if (isFollowing && isTall(newest, pane)) isFollowing = false;
    refresh();
  }

  /** Our own gliding goes down; whoever goes up wants to stay there. */
  function scrolled(): void {
    if (isAtEnd(pane)) isFollowing = true;
    else if (pane.scrollTop < lastTop) isFollowing = false;
    lastTop = pane.scrollTop;
    refresh();
  }

  /** A keyboard that comes up, or a window made smaller, must not hide the newest message. */
  function resized(): void {
    if (isFollowing) glide(pane, pane.scrollHeight, 'instant');
  }

  function refresh(): void {
    if (isAtEnd(pane)) unseen = 0;
    button.hidden = isFollowing || isAtEnd(pane);
    count.textContent = unseen > 0 ? `${unseen} new` : '';
    button.setAttribute('aria-label', unseen > 0 ? `${unseen} new messages` : 'To the end');
  }
}

function isAtEnd(pane: HTMLElement): boolean {
  return pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR_PX;
}

/** A message taller than the pane is shown from its top, where reading begins. */
function isTall(row: Element | null, pane: HTMLElement): row is HTMLElement {
  return row instanceof HTMLElement && row.offsetHeight > pane.clientHeight - MARGIN_PX;
}

function topOf(row: HTMLElement): number {
  return row.offsetTop - MARGIN_PX;
}

function glide(pane: HTMLElement, top: number, how: 'instant' | 'smooth'): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  pane.scrollTo({ top, behavior: isCalm ? 'instant' : how });
}
