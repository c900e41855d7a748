"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * Keeps what a person looks at where it is while others' lines come in above it: the line being written in, else the
 * first one on the screen.
 * @param changing what the lines are made of: looked at again whenever it changes
 * @returns box: for the element around the lines; hold: to be called right before others' lines are shown
 */
export function useSteadyPage(changing: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<{ element: Element; top: number } | null>(null);
  const hold = useCallback(() => {
    const focused = document.activeElement?.closest("li");
    const lines = [...(box.current?.querySelectorAll("li") ?? [])];
    const element =
      focused && box.current?.contains(focused)
        ? focused
        : lines.find((line) => line.getBoundingClientRect().bottom > 0);
    held.current = element ? { element, top: element.getBoundingClientRect().top } : null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is only looked at when the lines change
  useLayoutEffect(() => {
    const { current } = held;
    held.current = null;
    if (!current?.element.isConnected) return;
    const moved = current.element.getBoundingClientRect().top - current.top;
    if (moved !== 0) window.scrollBy(0, moved);
  }, [changing]);
  return { box, hold };
}
