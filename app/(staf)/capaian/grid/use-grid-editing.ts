import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useState,
} from "react";
import { type Grid, type GridState, placeOf } from "@/lib/figures/grid";
import { readCell } from "@/lib/figures/numbers";
import { layBlock, leftOutLine, readBlock } from "@/lib/figures/paste";
import { findHeadings } from "@/lib/figures/pasted-headings";

type Spot = { row: number; column: number };

/** What the script adds to a grid: moving by keys, pasting, faults as one types, and how much is not saved. */
export function useGridEditing(
  form: RefObject<HTMLFormElement | null>,
  grid: Grid,
  state: GridState,
  /** Hears of every change, with how many cells are not saved. */
  onCount: (unsaved: number) => void,
) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [notice, setNotice] = useState("");
  const [unsaved, setUnsaved] = useState(0);
  const columns = grid.blocks.flatMap((block) => block.columns);
  const width = columns.length;

  // After an answer: what is saved shows as it is kept, what is not stays as it was typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer moves what is in the fields
  useEffect(() => {
    if (state.answer === 0) return;
    for (const spot of spots()) {
      const field = fieldAt(spot);
      const place = placeAt(spot);
      if (field && !(place in state.kept)) field.value = grid.cells[spot.row]?.[spot.column]?.text ?? "";
    }
    setFaults({});
    setNotice("");
    count();
  }, [state.answer]);

  function spots(): Spot[] {
    return grid.rows.flatMap((_, row) => columns.map((_, column) => ({ row, column })));
  }

  function fieldAt({ row, column }: Spot): HTMLInputElement | null {
    const field = form.current?.elements.namedItem(`c.${row}.${column}`);
    return field instanceof HTMLInputElement ? field : null;
  }

  function placeAt({ row, column }: Spot): string {
    return placeOf(grid.rows[row]?.key ?? "", columns[column]?.key ?? "");
  }

  function shownAt(spot: Spot): string {
    return state.kept[placeAt(spot)]?.shown ?? grid.cells[spot.row]?.[spot.column]?.text ?? "";
  }

  function count() {
    const changed = spots().filter((spot) => {
      const field = fieldAt(spot);
      return field !== null && field.value.trim() !== shownAt(spot);
    });
    setUnsaved(changed.length);
    onCount(changed.length);
  }

  function check(fields: readonly HTMLInputElement[]) {
    const found = fields.flatMap((field): [string, string][] => {
      const spot = spotOf(field);
      const kind = spot && grid.cells[spot.row]?.[spot.column]?.kind;
      if (!kind) return [];
      const read = readCell(field.value, kind);
      return [[field.name, read.ok ? "" : read.reason]];
    });
    setFaults((before) =>
      found.every(([name, words]) => (before[name] ?? "") === words && (name in before || words === ""))
        ? before
        : { ...before, ...Object.fromEntries(found) },
    );
  }

  function onInput(event: SyntheticEvent<HTMLFormElement>) {
    const field = cellOf(event.target);
    if (!field) return;
    // A fault goes as soon as it is mended; a new one waits until the cell is left.
    if (field.ariaInvalid === "true") check([field]);
    count();
  }

  function onBlur(event: FocusEvent<HTMLFormElement>) {
    const field = cellOf(event.target);
    const spot = field && spotOf(field);
    if (field && spot && field.value.trim() !== shownAt(spot)) check([field]);
  }

  function onFocus(event: FocusEvent<HTMLFormElement>) {
    cellOf(event.target)?.select();
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const field = cellOf(event.target);
    const spot = field && spotOf(field);
    const step = field && stepOf(event, field);
    if (!spot || !step) return;
    event.preventDefault();
    const next = { row: spot.row + step.row, column: spot.column + step.column };
    while (next.row >= 0 && next.row < grid.rows.length && next.column >= 0 && next.column < width) {
      const neighbour = fieldAt(next);
      if (neighbour) return neighbour.focus();
      next.row += step.row;
      next.column += step.column;
    }
  }

  function onPaste(event: ClipboardEvent<HTMLFormElement>) {
    const field = cellOf(event.target);
    const spot = field && spotOf(field);
    if (!spot || field.readOnly) return;
    const block = readBlock(event.clipboardData.getData("text/plain"));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    const { start, size } = blockAt(spot.column);
    const headings = findHeadings(block, grid.rows, columns.slice(start, start + size));
    if (headings.kind === "unknown") {
      setNotice(
        `Yang ditempel berjudul “${headings.heading}”, yang tidak ada di tabel ini: belum ada yang ditempel. Salin angkanya saja, atau perbaiki judulnya.`,
      );
      return;
    }
    const values = headings.kind === "found" ? headings.values : block;
    const fill = layBlock(
      values,
      { row: spot.row, column: spot.column - start },
      { rows: grid.rows.length, columns: size },
      headings.kind === "found" ? headings : undefined,
    );
    const filled: HTMLInputElement[] = [];
    let lost = 0;
    for (const { row, column, text } of fill.cells) {
      const cell = fieldAt({ row, column: start + column });
      if (cell) {
        cell.value = text;
        filled.push(cell);
      } else if (text) lost += 1;
    }
    check(filled);
    count();
    setNotice(
      [leftOutLine(fill), lost > 0 ? `${lost} angka jatuh di sel yang tidak diisi dan dilewati.` : ""]
        .filter(Boolean)
        .join(" "),
    );
  }

  function blockAt(column: number): { start: number; size: number } {
    let start = 0;
    for (const block of grid.blocks) {
      if (column < start + block.columns.length) return { start, size: block.columns.length };
      start += block.columns.length;
    }
    return { start: 0, size: width };
  }

  return { faults, notice, unsaved, count, handlers: { onInput, onBlur, onFocus, onKeyDown, onPaste } };
}

function cellOf(target: EventTarget): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.name.startsWith("c.") ? target : null;
}

function spotOf({ name }: HTMLInputElement): Spot | null {
  const [, row, column] = /^c\.(\d+)\.(\d+)$/.exec(name) ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** Where a key leads: up and down always, left and right only from the edge of what is in the cell. */
function stepOf(event: KeyboardEvent, field: HTMLInputElement): Spot | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const { selectionStart: from, selectionEnd: to, value } = field;
  const isWhole = from === 0 && to === value.length;
  if (event.key === "Enter") return { row: event.shiftKey ? -1 : 1, column: 0 };
  if (event.shiftKey) return null;
  if (event.key === "ArrowDown") return { row: 1, column: 0 };
  if (event.key === "ArrowUp") return { row: -1, column: 0 };
  if (event.key === "ArrowLeft" && (isWhole || (from === 0 && to === 0))) return { row: 0, column: -1 };
  if (event.key === "ArrowRight" && (isWhole || from === value.length)) return { row: 0, column: 1 };
  return null;
}
