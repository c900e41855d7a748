import { normalForm } from "@/lib/normal-form";

export function plainWords(text: string): string {
  return normalForm(text)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(apostrophes, "'")
    .toLocaleLowerCase("id")
    .replace(/[\s.,]+/g, " ")
    .trim();
}

export function isSameWords(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other);
}

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
  return tidyText(words.replace(/[\u200c\u200d]/g, ""))
    .replace(/[\\%_]/g, "\\$&")
    .replace(/['‘’‛`´ʼ]/g, "_")
    .replace(/ /g, "%");
}
