import { useEffect } from "react";

const places = "li[id], tr[id], section[id]";

/**
 * A button that did something is often gone afterwards, and the focus with it: it comes back to the row or section the
 * button was in, or to the one behind a row that is gone.
 */
export function useFocusAfterAction(): void {
  useEffect(() => {
    let waiting: string[] = [];
    const remember = ({ target }: Event) => {
      const place = target instanceof Element ? target.closest(places) : null;
      const behind = place?.nextElementSibling;
      const around = place?.parentElement?.closest(places);
      waiting = [place, behind, around].flatMap((element) => (element?.id ? [element.id] : []));
    };
    const bringBack = () => {
      if (waiting.length === 0 || document.activeElement !== document.body) return;
      const found = waiting.map((id) => document.getElementById(id)).find((element) => element !== null);
      waiting = [];
      if (!found) return;
      const inRow = found.matches("li, tr") ? found.querySelector("summary") : null;
      if (!inRow && !found.hasAttribute("tabindex")) found.tabIndex = -1;
      (inRow ?? found).focus({ preventScroll: true });
    };
    const changes = new MutationObserver(bringBack);
    const content = document.getElementById("isi");
    if (content) changes.observe(content, { childList: true, subtree: true });
    document.addEventListener("submit", remember, true);
    return () => {
      changes.disconnect();
      document.removeEventListener("submit", remember, true);
    };
  }, []);
}
