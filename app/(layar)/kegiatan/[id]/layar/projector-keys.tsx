"use client";

import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useState } from "react";

type Props = {
  previous: string | null;
  next: string | null;
  /** How often the projector view is read anew; null where it turns by itself. */
  everySeconds: number | null;
};

const steps: Record<string, "previous" | "next"> = {
  ArrowLeft: "previous",
  PageUp: "previous",
  ArrowRight: "next",
  PageDown: "next",
};

/** Arrow keys and the buttons of a presenter turn the projector view, and it follows what the others write. */
export function ProjectorKeys({ previous, next, everySeconds }: Props) {
  const router = useRouter();
  const [isCut, setCut] = useState(false);
  // Before the new view is seen: a key pressed at once would still turn the one before.
  useLayoutEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(input|textarea|select)$/i.test(event.target.tagName);
      if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = steps[event.key];
      const address = step === "previous" ? previous : step === "next" ? next : null;
      if (!address) return;
      event.preventDefault();
      router.push(address);
    };
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  }, [router, previous, next]);
  useEffect(() => {
    if (everySeconds === null) return;
    const follow = async () => {
      try {
        // Asked first: reading the page anew without a network would put the browser's complaint on the projector.
        const answer = await fetch("/api/sehat", { cache: "no-store" });
        setCut(!answer.ok);
        if (answer.ok) router.refresh();
      } catch {
        setCut(true);
      }
    };
    const following = setInterval(() => void follow(), everySeconds * 1000);
    return () => clearInterval(following);
  }, [router, everySeconds]);
  return (
    <p role="status" className="text-center font-bold text-late empty:hidden">
      {isCut && "Layar ini tidak tersambung; isinya mungkin sudah berubah."}
    </p>
  );
}
