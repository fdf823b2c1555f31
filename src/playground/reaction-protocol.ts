/** POST /world/react: somebody reacts to a message with an emoji; null takes the reaction away. */
export type React = { userId: number; chatId: number; messageId: number; emoji: string | null };

/** What stands below a message: who reacted, and how. */
export type ShownReaction = { userId: number; emoji: string };
