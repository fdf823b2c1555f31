import type { InlineAnswer, ShownResult } from '../inline-protocol.ts';
import type { Actions, Part } from './actions.ts';
import { el } from './dom.ts';
import { createPicker } from './picker.ts';
import { placeKey, type View } from './view.ts';

/** What the bot found for `@bot words`, over the composer. */
export type InlineMenu = Part & {
  /** Asks when this begins with the bot's name, once nobody has typed for a moment. */
  typed(text: string): void;
  close(): void;
  /** Arrows, Enter and Escape belong to the menu while it is open; true when it took the key. */
  takes(event: KeyboardEvent): boolean;
};

type Told = {
  actions: Actions;
  ask(query: string, offset: string): Promise<InlineAnswer>;
  /** Something was chosen: the line is done with. */
  done(): void;
};

/** So long a client waits for the next letter. */
const PAUSE_MS = 250;

export function createInlineMenu(told: Told): InlineMenu {
  const picker = createPicker('Results', 'inline-menu');
  let botName = '';
  let shownIn = '';
  let wanted: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keys: Record<string, () => void> = {
    ArrowDown: () => picker.move(1),
    ArrowUp: () => picker.move(-1),
    Enter: () => picker.selected()?.click(),
    Escape: close,
  };
  return { element: picker.element, render, typed, close, takes };

  function render({ world, me, place }: View): void {
    botName = world.bot.username;
    const here = `${me}/${placeKey(place)}`;
    if (here !== shownIn) close();
    shownIn = here;
  }

  function typed(text: string): void {
    const query = queryIn(text, botName);
    if (query === wanted) return;
    if (query === null) return void close();
    wanted = query;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(query, []), PAUSE_MS);
  }

  async function ask(query: string, before: HTMLElement[], offset = ''): Promise<void> {
    const answer = await told.ask(query, offset);
    if (wanted !== query) return;
    const options = [...before, ...optionsOf(answer, told)];
    const askOn = () => void ask(query, options, answer.nextOffset);
    picker.show(answer.nextOffset === '' ? options : [...options, wordsOption('More …', askOn)]);
  }

  function close(): void {
    wanted = null;
    clearTimeout(timer);
    picker.show([]);
  }

  function takes(event: KeyboardEvent): boolean {
    const act = keys[event.key];
    if (picker.element.hidden || event.shiftKey || !act) return false;
    event.preventDefault();
    act();
    return true;
  }
}

/** What follows the bot's name at the beginning of a text; null when it does not stand there. */
function queryIn(text: string, botName: string): string | null {
  const [, name, query = ''] = /^@(\w+)\s(.*)$/s.exec(text) ?? [];
  return name?.toLowerCase() === botName.toLowerCase() ? query : null;
}

/** The button stands over the results, and leads to the private chat with the bot. */
function optionsOf({ queryId, results, button }: InlineAnswer, { actions, done }: Told) {
  const ending = (act: () => void) => () => {
    done();
    act();
  };
  const start = () => actions.start(button?.start_parameter ?? '');
  return [
    ...(button ? [wordsOption(button.text, ending(start))] : []),
    ...results.map((it) =>
      resultOption(
        it,
        ending(() => actions.choose(queryId, it.id)),
      ),
    ),
  ];
}

const OPTION = { type: 'button', role: 'option', tabindex: -1 };

function resultOption({ id, title, description, picture }: ShownResult, chosen: () => void) {
  return el(
    'button',
    { ...OPTION, 'data-testid': 'inline-result', 'data-result': id, onclick: chosen },
    picture === null
      ? el('span', { class: 'thumbnail' }, title.charAt(0))
      : el('img', { class: 'thumbnail', src: picture, alt: '', decoding: 'async' }),
    el(
      'span',
      { class: 'found' },
      el('b', { dir: 'auto' }, title),
      el('span', { dir: 'auto' }, description),
    ),
  );
}

function wordsOption(text: string, chosen: () => void) {
  const attributes = { ...OPTION, class: 'only-words', 'data-testid': 'inline-button' };
  return el('button', { ...attributes, onclick: chosen }, text);
}
