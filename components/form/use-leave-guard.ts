import { useEffect } from "react";

/** Asks before the page is left by a link, a form, the address bar or closing it. */
export function useLeaveGuard(isOn: boolean, question: string): void {
  useEffect(() => {
    if (!isOn) return;
    function beforeUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    // Links of the app load no page: they are asked about before anybody else hears of the click.
    function click(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.getAttribute("href")?.startsWith("#") || link.hasAttribute("download")) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      if (window.confirm(question)) {
        window.removeEventListener("beforeunload", beforeUnload);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener("beforeunload", beforeUnload);
    window.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      window.removeEventListener("click", click, true);
    };
  }, [isOn, question]);
}
