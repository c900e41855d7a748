import { createHash } from "node:crypto";
import type { QuestionKind } from "@/prisma/generated/enums";

/** Numbers from 0 up to 1, the same for the same key. */
function numbersOf(key: string): () => number {
  let block = createHash("sha256").update(key).digest();
  let at = 0;
  return () => {
    if (at + 4 > block.length) {
      block = createHash("sha256").update(block).digest();
      at = 0;
    }
    const value = block.readUInt32BE(at) / 2 ** 32;
    at += 4;
    return value;
  };
}

/** Drawn one by one with numbers from the key: the same key gives the same order, after a reload and on another device. */
export function shuffled<T>(items: readonly T[], key: string): T[] {
  const next = numbersOf(key);
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  return drawn;
}

/** Places of a question's options as one participant sees them; "Benar" is always before "Salah". */
export function optionOrder(
  { id, kind, options }: { id: string; kind: QuestionKind; options: readonly string[] },
  invitationId: string,
): number[] {
  const places = options.map((_, place) => place);
  return kind === "TRUE_FALSE" ? places : shuffled(places, `${id} ${invitationId}`);
}
