import type { ShownMessage } from '../protocol.ts';
import type { Actions, Part } from './actions.ts';
import { el } from './dom.ts';
import { messageRow, serviceLine } from './message.ts';
import { type Change, createScroll } from './scroll.ts';
import { dayName } from './time.ts';
import {
  type Note,
  nowIn,
  openChat,
  placeKey,
  rowKey,
  type View,
  visibleMessages,
} from './view.ts';
import { welcome } from './welcome.ts';

/** A row to show: it is drawn again only when its source is another object than before. */
type Row = { key: string; source: unknown; draw(): HTMLElement };
type Drawn = { source: unknown; element: HTMLElement };

/** The conversation. Rows are kept from view to view, so that opened quotes and loaded pictures stay as they are. */
export function createTimeline(element: HTMLElement, actions: Actions): Part {
  const rows = el('div', {
    class: 'rows',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'Messages',
  });
  const scroll = createScroll(element);
  let drawn = new Map<string, Drawn>();
  let shownPlace = '';
  element.tabIndex = 0;
  element.append(rows, scroll.button);
  return { element, render };

  function render(view: View): void {
    const place = `${view.me}@${placeKey(view.place)}`;
    const isElsewhere = place !== shownPlace;
    if (isElsewhere) drawn = new Map();
    shownPlace = place;

    const before = drawn;
    drawn = new Map(rowsOf(view, actions).map((row) => [row.key, drawnRow(row, before)]));
    arrange(
      rows,
      [...drawn.values()].map((row) => row.element),
    );
    markGroups(rows);
    if (isElsewhere) scroll.toEnd('instant');
    else scroll.follow(changeOf(view, before, drawn));
  }
}

function drawnRow(row: Row, before: Map<string, Drawn>): Drawn {
  const known = before.get(row.key);
  return known && known.source === row.source ? known : { source: row.source, element: row.draw() };
}

/** Puts the children in order and touches only those that are out of place. */
function arrange(parent: HTMLElement, children: HTMLElement[]): void {
  const wanted = new Set<Element>(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

function changeOf(view: View, before: Map<string, Drawn>, after: Map<string, Drawn>): Change {
  const fresh = visibleMessages(view).filter((message) => !before.has(rowKey(message)));
  const byMe = fresh.filter((message) => message.from?.id === view.me).length;
  const redrawn = [...after].filter(([key, { element }]) => before.get(key)?.element !== element);
  const last = [...after.keys()].at(-1);
  const turned = redrawn.find(
    ([key, { element }]) => before.has(key) && element.querySelector('.reader'),
  );
  return {
    byMe,
    byOthers: fresh.length - byMe,
    newest: redrawn.find(([key]) => key === last)?.[1].element ?? null,
    turned: turned?.[1].element ?? null,
  };
}

function rowsOf(view: View, actions: Actions): Row[] {
  const messages = visibleMessages(view);
  const notes = view.notes.filter((note) => note.chatId === view.place.chatId);
  const rows: Row[] = [];
  let day = '';
  for (const message of messages) {
    while (notes[0] && notes[0].atSeconds < message.date) rows.push(noteRow(notes.shift() as Note));
    const its = dayName(message.date, nowIn(view));
    if (its !== day) {
      day = its;
      rows.push({ key: `day ${day}`, source: day, draw: dayLine(day) });
    }
    const album = albumOf(message, messages);
    if (album && album[0] !== message) continue;
    const draw = () => messageRow({ view, message, actions, album });
    rows.push({ key: rowKey(message), source: album ? editionOf(album) : message, draw });
  }
  rows.push(...notes.map(noteRow));
  if (messages.length === 0) rows.push(welcomeRow(view, actions));
  if ((view.typingUntilMs[view.place.chatId] ?? 0) > Date.now()) rows.push(TYPING);
  return rows;
}

/** All messages that are shown as one album; its first carries the caption. */
function albumOf({ media_group_id: id }: ShownMessage, messages: ShownMessage[]) {
  if (id === undefined) return undefined;
  return messages.filter((message) => message.media_group_id === id);
}

/** An album is drawn again when one of its messages comes or changes. */
function editionOf(album: ShownMessage[]): string {
  return album.map(({ message_id: id, edit_date: date }) => `${id} ${date}`).join();
}

function dayLine(day: string): () => HTMLElement {
  return () => el('div', { class: 'day' }, el('span', {}, day));
}

function noteRow(note: Note): Row {
  const draw = () => {
    const line = serviceLine(note.times > 1 ? `${note.text} (${note.times} times)` : note.text);
    line.classList.add('refusal');
    line.dataset.testid = 'refusal';
    return line;
  };
  return { key: `note ${note.id}`, source: note, draw };
}

function welcomeRow(view: View, actions: Actions): Row {
  const chat = openChat(view);
  return { key: 'welcome', source: chat?.id, draw: () => welcome(view, actions) };
}

const TYPING: Row = {
  key: 'typing',
  source: 'typing',
  draw: () =>
    el(
      'div',
      { class: 'row theirs', 'data-testid': 'typing' },
      el(
        'div',
        { class: 'bubble typing', 'aria-label': 'The bot is typing' },
        el('i'),
        el('i'),
        el('i'),
      ),
    ),
};

/** Neighbours by the same author stand close together; the last of them has the tail. */
function markGroups(rows: HTMLElement): void {
  const authorOf = (row: Element | null) => row?.getAttribute('data-author') ?? null;
  for (const row of rows.children) {
    row.classList.toggle('continued', authorOf(row) === authorOf(row.previousElementSibling));
    row.classList.toggle('last', authorOf(row) !== authorOf(row.nextElementSibling));
  }
}
