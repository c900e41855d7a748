import { useEffect, useRef, useState } from "react";
import {
  type Block,
  guessColumns,
  type PastedCell,
  type PastedRow,
  type PlanColumn,
  type PlanKnown,
  planColumnNames,
  readPasted,
} from "@/lib/plan/pasted-plan";

type Props = {
  block: Block;
  known: PlanKnown;
  onInsert: (rows: readonly PastedRow[]) => void;
  onClose: () => void;
};

const columnNames = Object.entries(planColumnNames);

/** A pasted table before it is taken: what each column is, what each cell was read as, and why one is refused. */
export function PastePreview({ block, known, onInsert, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ hasHeading, columns }, setReading] = useState(() => guessColumns(block, known));
  const rows = readPasted(hasHeading ? block.slice(1) : block, columns, known);
  const refused = rows.flatMap(({ cells }) => cells).filter(({ reason }) => reason).length;
  const insert = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    insert.current?.focus();
  }, []);

  function rename(at: number, column: PlanColumn) {
    setReading({ hasHeading, columns: columns.map((one, c) => (c === at ? column : one === column ? "none" : one)) });
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="tempel"
      className="m-auto max-h-[90dvh] w-full max-w-5xl overflow-auto rounded-md border border-line bg-surface p-5 text-ink backdrop:bg-black/40"
    >
      <h2 id="tempel" className="mb-1">
        {rows.length} baris akan dimasukkan
      </h2>
      <p className="mb-3">
        Periksa arti setiap kolom.{" "}
        {refused > 0
          ? `${refused} sel belum dapat dibaca: barisnya tetap masuk, dan tersimpan setelah sel itu Anda perbaiki.`
          : "Semua sel terbaca."}
      </p>
      <label className="mb-2 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={hasHeading}
          onChange={(event) => setReading({ hasHeading: event.currentTarget.checked, columns })}
          className="size-5 shrink-0 accent-accent"
        />
        Baris pertama adalah judul kolom
      </label>
      <div className="overflow-x-auto rounded border border-line">
        <table className="table">
          <thead>
            <tr>
              {columns.map((column, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={c} scope="col" className="min-w-32">
                  <select
                    value={column}
                    aria-label={`Arti kolom ${c + 1}`}
                    onChange={(event) => rename(c, columnNamed(event.currentTarget.value))}
                    className="input !px-2 font-semibold"
                  >
                    {columnNames.map(([value, label]) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells }, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={r}>
                {cells.map((cell, c) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={c} className={cell.column === "none" ? "text-muted" : ""}>
                    <CellWords cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="sticky bottom-0 mt-4 flex flex-wrap gap-3 bg-surface py-2">
        <button
          ref={insert}
          type="button"
          className="button button-main"
          disabled={rows.length === 0}
          onClick={() => onInsert(rows)}
        >
          Masukkan {rows.length} baris
        </button>
        <button type="button" className="button" onClick={onClose}>
          Batal
        </button>
      </div>
    </dialog>
  );
}

function CellWords({ cell: { text, meant, reason } }: { cell: PastedCell }) {
  return (
    <>
      {text || "–"}
      {meant && meant !== text && <span className="block text-sm text-muted">{meant}</span>}
      {reason && <span className="block text-sm font-semibold text-late">{reason}</span>}
    </>
  );
}

function columnNamed(value: string): PlanColumn {
  const known: readonly PlanColumn[] = [
    "activity",
    "owner",
    "deadline",
    "villages",
    "problem",
    "cause",
    "support",
    "indicator",
    "target",
  ];
  return known.find((column) => column === value) ?? "none";
}
