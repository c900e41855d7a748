import { plainWords } from "@/lib/plain-words";

export type NamedChoice = { value: string; label: string };

export type ReadyChoice = NamedChoice & { plain: string };

/** Made once for a list, so that each key pressed only compares. */
export function readyChoices(choices: readonly NamedChoice[]): ReadyChoice[] {
  return choices.map((choice) => ({ ...choice, plain: ` ${plainWords(choice.label.replaceAll("·", " "))}` }));
}

/** Choices that say every word typed, those with a word that begins so before the others. */
export function findChoices(typed: string, choices: readonly ReadyChoice[]): ReadyChoice[] {
  const words = plainWords(typed.slice(0, 200)).split(" ").filter(Boolean);
  const found = choices.filter(({ plain }) => words.every((word) => plain.includes(word)));
  const begins = ({ plain }: ReadyChoice) => words.every((word) => plain.includes(` ${word}`));
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** The one that written words can only mean: one of its parts as written, else the only one that says them all. */
export function onlyMeant(typed: string, choices: readonly ReadyChoice[]): ReadyChoice | null {
  const words = plainWords(typed.slice(0, 200));
  if (words === "") return null;
  const parts = choices.filter(({ label }) => label.split("·").some((part) => plainWords(part) === words));
  const [found, another] = parts.length > 0 ? parts : findChoices(typed, choices);
  return found && !another ? found : null;
}
