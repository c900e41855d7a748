"use client";

import { createContext, type ReactNode, useCallback, useContext } from "react";
import { inLocalWords } from "@/lib/area-words/local";
import { type AreaWords, generalWords } from "@/lib/area-words/words";

const LocalWordsContext = createContext<AreaWords>(generalWords);

/** The words of the area that the page inside speaks of. */
export function LocalWords({ words, children }: { words: AreaWords; children: ReactNode }) {
  return <LocalWordsContext value={words}>{children}</LocalWordsContext>;
}

export function useLocalWords(): (text: string) => string {
  const words = useContext(LocalWordsContext);
  return useCallback((text) => inLocalWords(words, text), [words]);
}

/** A fixed sentence of a component that has no hooks. */
export function Local({ children }: { children: string }) {
  return useLocalWords()(children);
}
