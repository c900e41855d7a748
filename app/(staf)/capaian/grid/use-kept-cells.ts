import { type RefObject, useContext, useEffect, useState } from "react";
import { forget, forgetSent, keep, keyOf, read, restore, typedIn } from "@/components/form/kept-typing";
import { WriterContext } from "@/components/form/writer-context";

/** Keeps the cells that are not saved in the tab, and puts them back where the same grid is shown again. */
export function useKeptCells(form: RefObject<HTMLFormElement | null>) {
  const writer = useContext(WriterContext);
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    const grid = form.current;
    if (!grid) return;
    forgetSent();
    const kept = read(keyOf(grid, writer));
    if (kept) setRestored(restore(grid, kept));
  }, [form, writer]);

  function keepCells(unsaved: number) {
    const grid = form.current;
    if (!grid) return;
    if (unsaved > 0) keep(keyOf(grid, writer), typedIn(grid));
    else forget(keyOf(grid, writer));
  }

  function drop() {
    if (form.current) forget(keyOf(form.current, writer));
    form.current?.reset();
    setRestored(false);
  }
  return { isRestored, keepCells, drop };
}
