"use client";

import { useEffect, useRef, useState } from "react";
import { PaperView } from "@/components/papers/paper-view";
import { sampleLetter } from "@/lib/letterheads/sample";
import type { Letterhead, PaperSize } from "@/lib/papers/model";

type Props = { saved: Letterhead; size: PaperSize; office: string };

/** The page that will print, of what is typed in the form around it. New logos are seen once they are saved. */
export function LetterheadPreview({ saved, size, office }: Props) {
  const [shown, setShown] = useState(saved);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const update = () => setShown(typedIn(form, saved));
    update();
    form.addEventListener("input", update);
    return () => form.removeEventListener("input", update);
  }, [saved]);
  return (
    <section ref={box} aria-label="Pratinjau kop">
      <h2 className="mb-2">Pratinjau</h2>
      <PaperView paper={sampleLetter(shown, size, office)} />
    </section>
  );
}

function typedIn(form: HTMLFormElement, saved: Letterhead): Letterhead {
  const typed = new FormData(form);
  const linesOf = (name: string) =>
    String(typed.get(name) ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return {
    lines: linesOf("lines"),
    contact: linesOf("contact"),
    left: typed.get("removeLeft") ? null : saved.left,
    right: typed.get("removeRight") ? null : saved.right,
  };
}
