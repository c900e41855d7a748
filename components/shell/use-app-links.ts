import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Plain links of the app: those marked, and all within a list that is marked. */
const inApp = "a[data-in-app], [data-in-app] a[href]";

/** Opens plain links of the app by its router: one listener instead of a client component for each of them. */
export function useAppLinks(): void {
  const router = useRouter();
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const isOther = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
      if (isOther || event.defaultPrevented || !(event.target instanceof Element)) return;
      const link = event.target.closest(inApp);
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
      event.preventDefault();
      router.push(`${link.pathname}${link.search}${link.hash}`);
    };
    document.addEventListener("click", open);
    return () => document.removeEventListener("click", open);
  }, [router]);
}
