import { newId } from "@/components/device/new-id";
import { emptyTexts, isBlank, type RowFaults, type RowTexts, type TypedRow } from "@/lib/plan/typed-row";

export type GridRow = TypedRow & {
  number: number | null;
  /** What the server has, as it was sent; null where it has nothing. */
  stored: string | null;
  faults: RowFaults;
  message: string;
  state: "typing" | "waiting" | "sending";
  /** Nobody is writing in it: what it says is meant. */
  isLeft: boolean;
};

export function newRow(texts: RowTexts = emptyTexts, ownerValue = ""): GridRow {
  return {
    id: newId(),
    texts,
    ownerValue,
    version: null,
    number: null,
    stored: null,
    faults: {},
    message: "",
    state: "typing",
    isLeft: false,
  };
}

/** Told apart by what is written, whatever version it has. */
export function saidBy({ texts, ownerValue }: Pick<TypedRow, "texts" | "ownerValue">): string {
  return JSON.stringify([texts, ownerValue]);
}

export const isUnsaved = (row: GridRow) => !isBlank(row) && row.stored !== saidBy(row);

/** There is always a row to go on with. */
export function withNext(rows: readonly GridRow[]): GridRow[] {
  const last = rows.at(-1);
  return last && isBlank(last) && last.stored === null ? [...rows] : [...rows, newRow()];
}
