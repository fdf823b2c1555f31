import type { ShownMessage, SwitchName } from '../protocol.ts';
import type { Place, View } from './view.ts';

/** What a person can do on the page. Each part gets these, and never changes the view itself. */
export type Actions = {
  open(place: Place): void;
  say(text: string): void;
  /** Sends one of the results that the bot has found, by way of it. */
  choose(queryId: string, resultId: string): void;
  /** Opens the private chat with the bot by a deep link with this payload. */
  start(payload: string): void;
  /** Resolves when the bot has answered, and its answer is shown. */
  press(message: ShownMessage, data: string): Promise<void>;
  /** null takes a reaction back. */
  react(message: ShownMessage, emoji: string | null): void;
  /** True when the link leads to somewhere inside the page, which then is shown. */
  follow(url: string): boolean;
  copy(text: string): void;
  replyTo(message: ShownMessage | null): void;
  dismiss(message: ShownMessage): void;
  writeAs(userId: number): void;
  /** Chooses a chat after a key that asks for one. */
  share(requestId: number, chatId: number): void;
  /** Asks the sample site for an article that the open chat will get; answers its title, or null. */
  printArticle(): Promise<string | null>;
  /** Lets so much time pass at once. */
  leap(byMs: number): Promise<void>;
  throwSwitch(name: SwitchName, position: 'on' | 'off'): void;
  showChats(): void;
  togglePanel(): void;
  tour: TourActions;
};

/** How a newcomer is shown around. */
export type TourActions = {
  begin(): void;
  /** Does the present step before their eyes. */
  perform(): Promise<void>;
  next(): void;
  end(): void;
};

/** A part of the page: its element, and how it takes the newest view. */
export type Part = { element: HTMLElement; render(view: View): void };

/** What a message needs to know of its surroundings when it is drawn. */
export type Scene = {
  view: View;
  message: ShownMessage;
  actions: Actions;
  /** All messages of the album that begins with this one. */
  album?: ShownMessage[] | undefined;
};
