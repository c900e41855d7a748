import { cache } from "react";
import { inLocalWords } from "@/lib/area-words/local";
import { type AreaWords, generalWords } from "@/lib/area-words/words";

const ofRequest = cache((): { words: AreaWords } => ({ words: generalWords }));

/** Every page of staff finds its actor first: from then on its fixed sentences are in the words of that office. */
export function speakAs(words: AreaWords): void {
  ofRequest().words = words;
}

export function say(text: string): string {
  return inLocalWords(ofRequest().words, text);
}
