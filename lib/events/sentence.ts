const preposition = /\b(dari|kepada|untuk)$/;

export function sentenceOf(verb: string, subject: string): string {
  if (preposition.test(verb)) return `${verb} ${subject}`;
  const [noun, rest] = splitFirst(subject);
  const isSaid = verb.toLowerCase().endsWith(` ${noun.toLowerCase()}`);
  return isSaid && /^\d/.test(rest) ? `${verb} ${rest}` : `${verb}: ${subject}`;
}

function splitFirst(text: string): [string, string] {
  const at = text.indexOf(" ");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
