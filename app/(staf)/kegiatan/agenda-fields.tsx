"use client";

import { useRef, useState } from "react";
import { TextField } from "@/components/form/field";
import { Icon } from "@/components/icon";
import { moveField } from "./moved-agenda";
import { useLineKeys } from "./use-line-keys";

type Line = { topic: string; minutes: number | null; presenter: string | null };

const most = 60;

/** Without script the server moves the line, and nothing is saved by it. */
function MoveButton({ index, by }: { index: number; by: -1 | 1 }) {
  return (
    <button type="submit" name={moveField} value={`${index}:${index + by}`} className="button">
      {by < 0 ? "Naikkan" : "Turunkan"} acara {index + 1}
    </button>
  );
}

/** Lines of the agenda: those there are, and some empty ones; with script one asks for more and moves them. */
export function AgendaFields({ lines }: { lines: readonly Line[] }) {
  const [count, setCount] = useState(Math.max(6, lines.length + 3));
  const list = useRef<HTMLOListElement>(null);
  const more = () => setCount((now) => Math.min(most, now + 4));
  const { move, drag, told, handlers } = useLineKeys(list, more);
  return (
    <fieldset>
      <legend className="font-semibold">Susunan acara</legend>
      <p className="mb-2 text-sm text-muted">
        Baris yang kosong tidak disimpan.
        <span className="hidden [@media(scripting:enabled)]:inline">
          {" "}
          Enter ke baris berikutnya; Alt dengan panah atas atau bawah memindahkan baris; daftar dari Word dapat
          ditempel.
        </span>
      </p>
      <ol ref={list} className="flex flex-col gap-3" {...handlers}>
        {Array.from({ length: count }, (_, index) => index).map((index) => (
          <li
            key={index}
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-2 border-l-4 border-line pl-3 data-dragged:border-accent data-dragged:bg-accent-soft sm:grid-cols-[1fr_6rem_13rem_auto]"
          >
            <TextField
              name={`agenda.${index}.topic`}
              label={`Acara ${index + 1}`}
              initial={lines[index]?.topic}
              className="col-span-2 sm:col-span-1"
            />
            <TextField
              name={`agenda.${index}.minutes`}
              label="Menit"
              inputMode="numeric"
              initial={lines[index]?.minutes}
              className="order-last sm:order-none"
            />
            <noscript className="order-last col-span-2 sm:col-span-4">
              <span className="flex flex-wrap gap-2">
                <MoveButton index={index} by={-1} />
                <MoveButton index={index} by={1} />
              </span>
            </noscript>
            <TextField name={`agenda.${index}.presenter`} label="Penyaji" initial={lines[index]?.presenter} />
            <span className="order-last col-span-2 hidden items-end gap-1 sm:col-span-1 [@media(scripting:enabled)]:flex">
              <button
                type="button"
                data-move="naik"
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
                className="button !px-2"
                aria-label={`Naikkan acara ${index + 1}`}
              >
                ↑
              </button>
              <button
                type="button"
                data-move="turun"
                disabled={index === count - 1}
                onClick={() => move(index, index + 1)}
                className="button !px-2"
                aria-label={`Turunkan acara ${index + 1}`}
              >
                ↓
              </button>
              <span
                aria-hidden="true"
                onPointerDown={drag}
                className="flex size-11 cursor-grab touch-none items-center justify-center text-xl text-muted"
              >
                ⠿
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
      {count < most && (
        <button type="button" onClick={more} className="button mt-3 hidden [@media(scripting:enabled)]:inline-flex">
          <Icon name="plus" />
          Tambah baris
        </button>
      )}
    </fieldset>
  );
}
