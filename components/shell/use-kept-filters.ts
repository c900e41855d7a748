import { useEffect } from "react";
import { filterCookie, keptFilterText } from "@/lib/kept-filter";

const year = 31_536_000;

/** Keeps what somebody chose to see of a list, so that the list opens with it again. Words looked for are not kept. */
export function useKeptFilters(userId: string): void {
  useEffect(() => {
    const keep = (path: string, query: URLSearchParams) => {
      const text = keptFilterText(userId, query);
      const isSecure = location.protocol === "https:";
      const name = filterCookie(path, isSecure);
      const age = text === null ? 0 : year;
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is asynchronous, and the page is about to leave
      document.cookie = `${name}=${text ?? ""}; path=/; max-age=${age}; samesite=lax${isSecure ? "; secure" : ""}`;
    };
    const onChip = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest("[data-filter] a[href], a[data-filter][href]") : null;
      if (link instanceof HTMLAnchorElement) keep(link.pathname, new URLSearchParams(link.search));
    };
    const onForm = ({ target }: Event) => {
      if (!(target instanceof HTMLFormElement) || target.dataset.filter === undefined) return;
      const values = [...new FormData(target)].filter((pair): pair is [string, string] => typeof pair[1] === "string");
      keep(location.pathname, new URLSearchParams(values));
    };
    document.addEventListener("click", onChip, true);
    document.addEventListener("submit", onForm);
    return () => {
      document.removeEventListener("click", onChip, true);
      document.removeEventListener("submit", onForm);
    };
  }, [userId]);
}
