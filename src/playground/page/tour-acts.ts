import type { SwitchName } from '../protocol.ts';

/** Where a newcomer looks: their chat with the bot, or their channel. */
export type TourPlace = 'private' | 'channel';

/** What is shown on a message that a newcomer waits for. */
export type Shown = 'picture' | 'no picture' | 'reader';

/** One thing that a newcomer does or sees. `words` may hold `{title}`: that of the article printed last. */
export type Act =
  | { do: 'say'; text: string; answering?: 'post' }
  /** `done`: what the button says when that has been done already. */
  | { do: 'press'; button: string; done?: string }
  | { do: 'print' }
  | { do: 'turn'; name: SwitchName; to: 'on' | 'off' }
  /** Time leaps to when clocks next show that. */
  | { do: 'wait'; until: string }
  | ({ do: 'see'; place?: TourPlace; words: RegExp | '{title}'; button?: string } & Sight)
  /** Nothing with that title comes. */
  | { do: 'miss'; is: string };

type Sight = {
  shows?: Shown;
  /** How many such messages; one when not given. */
  times?: number;
  /** Also what was there before the step. */
  mayBeOld?: true;
  /** What has been shown thereby, as a sentence. */
  is: string;
};

/** One step of the tour. */
export type TourStep = {
  title: string;
  /** What a newcomer is told before it. */
  tells: string;
  acts: Act[];
};

/** What throwing a switch means, as the tour tells it. */
export const TURNED: Partial<Record<SwitchName, { on: string; off: string }>> = {
  refusePictures: {
    on: 'Telegram refuses all pictures now.',
    off: 'Telegram takes pictures again.',
  },
  block: { on: 'You block the bot.', off: 'You unblock the bot.' },
};
