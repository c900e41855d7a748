import { normalForm } from "@/lib/normal-form";

/** Words without the differences of typing: case, kinds of blanks and apostrophes, dots, commas, what cannot be seen. */
export function plainWords(text: string): string {
  return normalForm(text)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(apostrophes, "'")
    .toLocaleLowerCase("id")
    .replace(/[\s.,]+/g, " ")
    .trim();
}

/** Whether two texts are read as the same words. */
export function isSameWords(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other);
}

/** The same signs to a reader: kinds of blanks and apostrophes, and what cannot be seen, make no difference. */
export function isReadSame(one: string, other: string): boolean {
  return readable(one) === readable(other);
}

function readable(text: string): string {
  return tidyText(
    normalForm(text)
      .replace(/[\u200c\u200d]/g, "")
      .replace(apostrophes, "'"),
  );
}

const apostrophes = /[‘’‛`´ʼ]/g;

/** One blank between words, and none that only looks like one. */
export function tidyText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * What LIKE looks for to find words as they are read: between them any blanks, for an apostrophe any sign; what LIKE
 * would read as a sign of its own is looked for as typed.
 */
export function likeWords(words: string): string {
  return tidyText(words)
    .replace(/[\\%_]/g, "\\$&")
    .replace(/['‘’‛`´ʼ]/g, "_")
    .replace(/ /g, "%");
}
