"use client";

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useRef } from "react";
import { RestoredNotice } from "@/components/form/restored-notice";
import { useLeaveGuard } from "@/components/form/use-leave-guard";
import { WriterField } from "@/components/form/writer-field";
import { type Grid, type GridState, placeOf, type Shown, untouchedGrid } from "@/lib/figures/grid";
import { GridAnswer } from "./grid-answer";
import { GridTable } from "./grid-table";
import { useGridEditing } from "./use-grid-editing";
import { useKeptCells } from "./use-kept-cells";

export type GridAction = (state: GridState, form: FormData) => Promise<GridState>;

type Props = {
  action: GridAction;
  grid: Grid;
  /** What the rows are, over the first column. */
  corner: string;
  submit: string;
  children?: ReactNode;
};

/**
 * A table to fill in. Without script it is a form like any other; with it, arrows and Enter move, a block pasted from
 * a spreadsheet fills from the focused cell, faults show at once, and leaving with unsaved cells asks first.
 */
export function GridForm({ action, grid, corner, submit, children }: Props) {
  const [state, formAction, isSaving] = useActionState(action, untouchedGrid);
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptCells(form);
  const editing = useGridEditing(form, grid, state, kept.keepCells);
  useLeaveGuard(
    editing.unsaved > 0 && !isSaving,
    "Ada sel yang belum disimpan. Tinggalkan halaman ini tanpa menyimpan?",
  );

  function send(event: SubmitEvent<HTMLFormElement>) {
    // Sent by hand: a form that React sends is emptied afterwards, and what was refused would be gone.
    event.preventDefault();
    if (isSaving) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  }

  return (
    <form ref={form} action={formAction} onSubmit={send} noValidate data-isian={columnsOf(grid)} {...editing.handlers}>
      <WriterField />
      <input type="hidden" name="shown" value={JSON.stringify(shownOf(grid, state))} readOnly />
      {children}
      {kept.isRestored && (
        <RestoredNotice
          drop={() => {
            kept.drop();
            editing.count();
          }}
        />
      )}
      <GridAnswer grid={grid} state={state} />
      <p
        aria-live="polite"
        className={editing.notice ? "mb-3 rounded border-l-4 border-soon bg-soon-soft px-4 py-3" : ""}
      >
        {editing.notice}
      </p>
      <GridTable grid={grid} corner={corner} state={state} faults={editing.faults} isSaving={isSaving} />
      <div className="no-print sticky bottom-16 z-10 mt-4 flex flex-wrap items-center gap-4 border-t border-line bg-ground py-3 lg:bottom-0">
        <button type="submit" className="button button-main" aria-disabled={isSaving}>
          {isSaving ? "Menyimpan …" : submit}
        </button>
        <p aria-live="polite" className={editing.unsaved > 0 ? "font-semibold text-soon" : "text-muted"}>
          {editing.unsaved > 0 && `${editing.unsaved} sel belum disimpan`}
        </p>
      </div>
    </form>
  );
}

/** Which grid this is, for what is kept of it: a cell is known by its place alone. */
function columnsOf(grid: Grid): string {
  return [grid.rows, ...grid.blocks.map((block) => block.columns)]
    .map((line) => line.map(({ key }) => key).join())
    .join(";");
}

/** What each cell represents and what its writer saw in it. */
function shownOf(grid: Grid, state: GridState): Shown {
  const columns = grid.blocks.flatMap((block) => block.columns.map(({ key }) => key));
  const rows = grid.rows.map(({ key }) => key);
  return {
    rows,
    columns,
    cells: grid.cells.map((row, r) =>
      row.map((cell, c) => cell && (state.kept[placeOf(rows[r] ?? "", columns[c] ?? "")]?.shown ?? cell.text)),
    ),
    conflicts: rows.flatMap((row, r) =>
      columns.flatMap((column, c) => (placeOf(row, column) in state.conflicts ? `${r}.${c}` : [])),
    ),
  };
}
