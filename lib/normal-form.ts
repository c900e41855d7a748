/** No language writes more marks on one letter; ordering a longer run takes the square of its length. */
const longRunOfMarks = /(\p{M}{20})\p{M}+/gu;

/** The text in one form of the two that Unicode has for many letters. */
export function normalForm(text: string, form: "NFC" | "NFKD" = "NFC"): string {
  return text.replace(longRunOfMarks, "$1").normalize(form);
}

/** The text without the signs of a set at its end: an expression for it takes the square of their number. */
export function withoutTail(text: string, isOfTail: (sign: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isOfTail(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
