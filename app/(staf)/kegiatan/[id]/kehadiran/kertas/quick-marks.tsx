"use client";

import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { readTypedNumbers } from "@/lib/attendance/typed-numbers";

type Row = { number: number; seat: string };
type Props = {
  rows: readonly Row[];
  list: RefObject<HTMLOListElement | null>;
  names: Readonly<Record<string, string>>;
};

/** The list as its reader says it: all are present, except some numbers. */
export function QuickMarks({ rows, list, names }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [said, setSaid] = useState({ words: "", isWrong: false });

  function statusOf(number: number): HTMLSelectElement | null {
    const at = rows.findIndex((row) => row.number === number);
    return list.current?.querySelector(`select[name="rows.${at}.status"]`) ?? null;
  }

  function markAll() {
    for (const { number } of rows) {
      const select = statusOf(number);
      if (select?.value === "") select.value = "PRESENT";
    }
    setSaid({ words: `Yang belum diisi ditandai hadir. Ketik nomor yang tidak hadir, lalu Enter.`, isWrong: false });
    field.current?.focus();
  }

  function markTyped() {
    const { marks, reason } = readTypedNumbers(text, new Set(rows.map(({ number }) => number)));
    if (reason !== undefined) return setSaid({ words: reason, isWrong: true });
    const done = marks.map(({ number, status }) => {
      const select = statusOf(number);
      const isTakenBack = select?.value === status;
      const now = isTakenBack ? "PRESENT" : status;
      if (select) select.value = now;
      return { number, now };
    });
    const delegate = done.find(({ now }) => now === "REPRESENTED");
    if (delegate)
      statusOf(delegate.number)?.closest("li")?.querySelector<HTMLInputElement>("input[type=text]")?.focus();
    else statusOf(done.at(-1)?.number ?? 0)?.scrollIntoView({ block: "nearest" });
    setText("");
    setSaid({
      words: done
        .map(({ number, now }) => `${number}. ${rows.find((row) => row.number === number)?.seat}: ${names[now]}`)
        .join("; "),
      isWrong: false,
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (text.trim() !== "") markTyped();
  }

  return (
    <div className="sticky top-0 z-10 hidden flex-col gap-2 border-b border-line bg-ground py-3 [@media(scripting:enabled)]:flex">
      <div className="flex flex-wrap items-end gap-3">
        <button type="button" className="button" onClick={markAll}>
          Semua hadir
        </button>
        <label className="min-w-0 flex-1 basis-56 font-semibold">
          kecuali nomor
          <input
            ref={field}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            autoComplete="off"
            aria-describedby="cara-nomor nomor-terakhir"
            className="input mt-1 max-w-md font-normal"
          />
        </label>
      </div>
      <p id="cara-nomor" className="text-sm text-muted">
        7 Enter: tanpa keterangan. 7s sakit, 7i izin, 7d dinas luar, 7w diwakili. Boleh 3, 8, 12-14. Nomor yang sama
        sekali lagi: hadir.
      </p>
      <p id="nomor-terakhir" role="status" className={said.isWrong ? "font-semibold text-late" : "text-sm"}>
        {said.words}
      </p>
    </div>
  );
}
