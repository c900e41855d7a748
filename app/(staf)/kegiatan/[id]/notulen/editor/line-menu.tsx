"use client";

import Link from "next/link";
import { useLocalWords } from "@/components/local-words";
import { type LineFields, noteSections, sectionNames } from "@/lib/minutes/lines";
import type { NoteSection } from "@/prisma/generated/enums";
import { type ShownLine, showLines } from "./drafts";
import { useEditor } from "./editor-context";

type Props = { line: ShownLine; fields: LineFields; section: NoteSection; onMoved: () => void };

/** What is done with a line now and then. */
export function LineMenu({ line: { id, row }, fields, section, onMoved }: Props) {
  const say = useLocalWords();
  const { store, remove, meetingId, villages } = useEditor();
  const step = (direction: -1 | 1) => {
    store.step(id, direction);
    onMoved();
  };
  const moveTo = (chosen: NoteSection) => {
    const { rows, drafts } = store.read();
    store.place(id, chosen, showLines(rows, drafts)[chosen].at(-1)?.id ?? null);
    onMoved();
  };
  return (
    <div className="mt-1 mb-2 flex flex-wrap lg:col-span-2 items-end gap-3 rounded bg-sunken p-3">
      {villages.length > 0 && (
        <label className="text-sm">
          {say("Desa")}
          <select
            className="input"
            value={fields.villageCode ?? ""}
            onChange={({ target }) => store.change(id, { villageCode: target.value || null })}
          >
            <option value="">{say("Tidak untuk desa tertentu")}</option>
            {villages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="text-sm">
        Bagian
        <select
          className="input"
          value={section}
          onChange={({ target }) => {
            const chosen = noteSections.find((known) => known === target.value);
            if (chosen) moveTo(chosen);
          }}
        >
          {noteSections.map((known) => (
            <option key={known} value={known}>
              {sectionNames[known]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => step(-1)}>
        Naik
      </button>
      <button type="button" className="button" onClick={() => step(1)}>
        Turun
      </button>
      <button type="button" className="button button-danger" onClick={() => remove(id)}>
        Hapus baris
      </button>
      {row && (
        <Link
          href={`/kegiatan/${meetingId}/notulen/${id}`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center"
        >
          Riwayat baris
        </Link>
      )}
    </div>
  );
}
