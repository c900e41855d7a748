import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in what the server sends, so that a page without script keeps its plain elements. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
