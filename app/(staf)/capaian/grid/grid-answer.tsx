import { useEffect, useRef } from "react";
import { columnName, type Grid, type GridState, placeOf } from "@/lib/figures/grid";

const mostListed = 10;

/** What became of the cells that were sent: how many are saved, what is to be mended, what is to be decided. */
export function GridAnswer({ grid, state }: { grid: Grid; state: GridState }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.answer > 0) box.current?.focus();
  }, [state.answer]);
  if (state.answer === 0) return null;
  const cells = placesOf(grid);
  const refused = cells.filter(({ place }) => place in state.refused);
  const conflicts = cells.filter(({ place }) => place in state.conflicts);
  const isClean = refused.length === 0 && conflicts.length === 0 && !state.message;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role={isClean ? "status" : "alert"}
      className={`mb-4 rounded border-l-4 px-4 py-3 ${isClean ? "border-done bg-done-soft" : "border-late bg-late-soft"}`}
    >
      <p className="font-semibold">{state.message ?? savedLine(state.saved, isClean)}</p>
      {refused.length > 0 && (
        <>
          <p className="mt-1">{refused.length} sel belum tersimpan, yang Anda ketik masih ada:</p>
          <ul className="list-disc pl-5">
            {refused.slice(0, mostListed).map(({ place, name, label }) => (
              <li key={place}>
                <a className="underline" href={`#${name.replaceAll(".", "-")}`}>
                  {label}
                </a>
                : {state.refused[place]}
              </li>
            ))}
          </ul>
          {refused.length > mostListed && <p>dan {refused.length - mostListed} sel lain yang ditandai di tabel.</p>}
        </>
      )}
      {conflicts.length > 0 && (
        <>
          <p className="mt-2">
            {conflicts.length} sel diubah orang lain sejak Anda membukanya. Pilih angka yang dipakai, lalu simpan lagi:
          </p>
          {conflicts.map(({ place, index, label }) => (
            <Conflict
              key={place}
              name={`d.${index}`}
              label={label}
              mine={state.kept[place]?.typed ?? ""}
              theirs={state.conflicts[place] ?? ""}
            />
          ))}
        </>
      )}
    </div>
  );
}

function Conflict({ name, label, mine, theirs }: { name: string; label: string; mine: string; theirs: string }) {
  return (
    <fieldset className="mt-2">
      <legend>{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {[
          { value: "mine", words: `Pakai yang Anda ketik: ${mine || "kosong"}` },
          { value: "theirs", words: `Biarkan yang ditulis orang lain: ${theirs || "kosong"}` },
        ].map(({ value, words }) => (
          <label key={value} className="flex min-h-11 items-center gap-2">
            <input type="radio" name={name} value={value} className="size-5 shrink-0 accent-accent" />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function savedLine(saved: number, isClean: boolean): string {
  if (saved > 0) return `${saved.toLocaleString("id-ID")} sel tersimpan.`;
  return isClean ? "Tidak ada yang berubah." : "Belum ada yang tersimpan.";
}

function placesOf({ rows, blocks }: Grid) {
  const columns = blocks.flatMap((block) => block.columns);
  return rows.flatMap((row, r) =>
    columns.map((column, c) => ({
      place: placeOf(row.key, column.key),
      index: `${r}.${c}`,
      name: `c.${r}.${c}`,
      label: `${row.label}, ${columnName(column)}`,
    })),
  );
}
