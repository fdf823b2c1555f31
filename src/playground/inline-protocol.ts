// What the page and its server say to each other of inline mode: `@bot words` in any chat; see `protocol.ts`.

/** POST /world/ask → InlineAnswer: somebody types `@bot query` into the field of any chat. */
export type Ask = { userId: number; query: string; offset?: string };
/** No results, and no button, when the bot does not answer within a few seconds. */
export type InlineAnswer = {
  queryId: string;
  results: ShownResult[];
  /** '' when these are the last. */
  nextOffset: string;
  button: { text: string; start_parameter: string } | null;
};
/** `picture`: an address. */
export type ShownResult = {
  type: 'article' | 'photo';
  id: string;
  title: string;
  description: string;
  picture: string | null;
};
/** POST /world/choose → ShownMessage: somebody taps one of the results. */
export type Choice = {
  userId: number;
  chatId: number;
  threadId?: number;
  queryId: string;
  resultId: string;
};
