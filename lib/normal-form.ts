const longRunOfMarks = /(\p{M}{20})\p{M}+/gu;

export function normalForm(text: string, form: "NFC" | "NFKC" | "NFKD" = "NFC"): string {
  return text.replace(longRunOfMarks, "$1").normalize(form);
}

export function withoutTail(text: string, isOfTail: (sign: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isOfTail(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
