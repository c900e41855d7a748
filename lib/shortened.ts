/**
 * A text of at most so many characters, "…" included where something was left out. Never half an emoji: neither an
 * address nor the database takes one.
 */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text;
}
