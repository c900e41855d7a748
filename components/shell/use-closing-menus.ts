import { useEffect } from "react";

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

/** Menus close on Escape (focus goes back to them), on a tap beside them, and when another page is shown. */
export function useClosingMenus(path: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what closes them
  useEffect(() => {
    for (const menu of openMenus()) menu.open = false;
  }, [path]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const menu of openMenus()) {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      }
    };
    const onPress = ({ target }: Event) => {
      for (const menu of openMenus()) if (target instanceof Node && !menu.contains(target)) menu.open = false;
    };
    const onChoice = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest("details[data-menu] a[href]") : null;
      const menu = link?.closest<HTMLDetailsElement>("details[data-menu]");
      if (menu) menu.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("click", onChoice);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("click", onChoice);
    };
  }, []);
}
