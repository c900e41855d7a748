/** One line of an answer that tells how far it is: a count, and at last where to go or why not. */
export type ProgressLine = { done: number; total: number } | { goTo: string } | { reason: string };
