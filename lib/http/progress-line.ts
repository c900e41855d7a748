export type ProgressLine = { done: number; total: number } | { goTo: string } | { reason: string };
