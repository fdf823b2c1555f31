import type { ShownCommand } from '../protocol.ts';
import { el } from './dom.ts';
import { createPicker } from './picker.ts';

export type CommandMenu = {
  element: HTMLElement;
  isOpen(): boolean;
  /** Shows the commands that begin with this, without the slash; where there are none, the menu closes. */
  show(beginning: string): Promise<void>;
  close(): void;
  /** Arrows, Enter, Tab and Escape belong to the menu while it is open; true when it took the key. */
  takes(event: KeyboardEvent): boolean;
};

/** The list over the composer. Enter or a click sends a command, Tab only writes it. */
export function createCommandMenu(told: {
  commands(): Promise<ShownCommand[]>;
  chosen(command: string): void;
  completed(command: string): void;
}): CommandMenu {
  const picker = createPicker('Commands', 'command-menu');
  let known: ShownCommand[] | null = null;
  let wanted: string | null = null;
  const keys: Record<string, (command: string) => void> = {
    ArrowDown: () => picker.move(1),
    ArrowUp: () => picker.move(-1),
    Enter: told.chosen,
    Tab: told.completed,
    Escape: close,
  };
  return { element: picker.element, isOpen, show, close, takes };

  function isOpen(): boolean {
    return !picker.element.hidden;
  }

  async function show(beginning: string): Promise<void> {
    wanted = beginning;
    known ??= await told.commands();
    if (wanted !== beginning) return;
    const fitting = known.filter((it) => it.command.startsWith(beginning.toLowerCase()));
    picker.show(fitting.map((it) => option(it, told.chosen)));
  }

  /** Who may do what can change: next time the commands are asked for again. */
  function close(): void {
    wanted = null;
    known = null;
    picker.show([]);
  }

  function takes(event: KeyboardEvent): boolean {
    const command = picker.selected()?.dataset.command;
    const act = keys[event.key];
    if (!isOpen() || command === undefined || !act) return false;
    event.preventDefault();
    act(command);
    return true;
  }
}

function option({ command, description }: ShownCommand, chosen: (command: string) => void) {
  return el(
    'button',
    {
      type: 'button',
      role: 'option',
      tabindex: -1,
      'data-command': `/${command}`,
      'data-testid': `command-${command}`,
      onclick: () => chosen(`/${command}`),
    },
    el('b', {}, `/${command}`),
    el('span', { dir: 'auto' }, description),
  );
}
