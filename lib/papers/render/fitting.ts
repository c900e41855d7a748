import type { Text } from "@/lib/papers/model";
import { type Font, paperFont } from "@/lib/papers/render/font";
import { plainText } from "@/lib/papers/texts";

const zeroWidthSpace = "\u200b";
const pointsPerMillimetre = 72 / 25.4;

/** Where a text is set: its size in points, its width in millimetres. */
export type Room = { size: number; width: number };

/** A text as it is typeset: without control characters, and a word wider than its room can be broken. */
export function fitted(text: string, room: Room, font: Font = paperFont()): string {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)\p{Cc}/gu, "");
  const points = room.width * pointsPerMillimetre;
  return clean.replace(/\S{4,}/gu, (word) =>
    font.width(word, room.size) <= points ? word : partsOf(word, points, room.size, font).join(zeroWidthSpace),
  );
}

/** Broken after its own signs where that is enough. */
function partsOf(word: string, points: number, size: number, font: Font): string[] {
  return word
    .split(/(?<=[/\-_.@:&])/)
    .flatMap((part) => (font.width(part, size) <= points ? [part] : piecesOf(part, points, size, font)));
}

function piecesOf(word: string, points: number, size: number, font: Font): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const sign of word) {
    if (piece && font.width(piece + sign, size) > points) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...pieces, piece];
}

export function fittedText(text: Text, room: Room): Text {
  return typeof text === "string" ? fitted(text, room) : text.map((run) => ({ ...run, text: fitted(run.text, room) }));
}

/** How many lines a text takes at least; words that do not fit at the end of a line cost a little more. */
export function linesOf(text: Text, room: Room, font: Font = paperFont()): number {
  const points = room.width * pointsPerMillimetre;
  return plainText(text)
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((font.width(line, room.size) * 1.08) / points)), 0);
}
