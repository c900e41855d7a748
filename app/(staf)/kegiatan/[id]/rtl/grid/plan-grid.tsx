"use client";

import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { useLeaveGuard } from "@/components/form/use-leave-guard";
import { useLocalWords } from "@/components/local-words";
import { type NamedChoice, readyChoices } from "@/lib/found-choices";
import type { Block, PastedRow } from "@/lib/plan/pasted-plan";
import type { VillageChoice } from "@/lib/plan/typed-villages";
import { clipboardBlock } from "./clipboard-block";
import { GridRowFields } from "./grid-row-fields";
import { PastePreview } from "./paste-preview";
import type { RowOptions } from "./row-more";
import { isUnsaved, newRow } from "./row-state";
import { type SaveRow, usePlanRows } from "./use-plan-rows";

type Props = {
  meetingId: string;
  meetingDay: string;
  save: SaveRow;
  owners: readonly NamedChoice[];
  villages: readonly VillageChoice[];
  options: RowOptions;
  listed: readonly string[];
};

/** New rows of the plan, written one below the other: each is saved by itself as soon as it is whole and left. */
export function PlanGrid({ meetingId, meetingDay, save, owners, villages, options, listed }: Props) {
  const say = useLocalWords();
  const { rows, isLost, unsaved, ...grid } = usePlanRows({ meetingId, save, meetingDay, villages, listed });
  const ready = useMemo(() => readyChoices(owners), [owners]);
  const [pasted, setPasted] = useState<Block | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const id = useId();
  useLeaveGuard(unsaved > 0, "Ada baris RTL yang belum tersimpan. Tinggalkan halaman ini?");
  const shown = rows.filter((row) => row.number === null || isUnsaved(row) || !listed.includes(row.id));

  function focusRow(at: number) {
    const field = list.current?.children[at]?.querySelector("textarea");
    field?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const step = stepOf(event);
    if (step === 0 || !(event.target instanceof Element)) return;
    const row = event.target.closest("ol > li");
    const at = row ? [...(list.current?.children ?? [])].indexOf(row) : -1;
    if (at < 0) return;
    event.preventDefault();
    focusRow(at + step);
  }

  function onPaste(event: ClipboardEvent<HTMLOListElement>) {
    const block = clipboardBlock(event.clipboardData);
    if (!block) return;
    event.preventDefault();
    setPasted(block);
  }

  function insert(added: readonly PastedRow[]) {
    setPasted(null);
    grid.insert(added.map(({ texts, ownerValue }) => newRow(texts, ownerValue)));
    requestAnimationFrame(() => focusRow((list.current?.children.length ?? 1) - 1));
  }

  return (
    <section aria-labelledby={id} className="no-print mt-6 hidden [@media(scripting:enabled)]:block">
      <h2 id={id} className="mb-1">
        Tulis RTL
      </h2>
      <p className="mb-3 text-sm text-muted">
        Tab ke sel berikutnya, Enter ke baris berikutnya. Setiap baris tersimpan sendiri. Tabel dari Word atau Excel
        dapat ditempel di sel mana pun.
      </p>
      <div
        aria-hidden="true"
        className={`hidden gap-2 border-b border-line bg-sunken px-2 py-2 text-sm font-semibold md:grid ${columns}`}
      >
        <span>No.</span>
        <span>Kegiatan</span>
        <span>Penanggung jawab</span>
        <span>Batas waktu</span>
        <span>{say("Desa")}</span>
      </div>
      <ol ref={list} onKeyDown={onKeyDown} onPaste={onPaste}>
        {shown.map((row, index) => (
          <GridRowFields
            key={row.id}
            row={row}
            name={row.number === null ? `Baris baru ${index + 1}` : `RTL ${row.number}`}
            itemHref={row.number === null ? null : `/kegiatan/${meetingId}/rtl/${row.id}`}
            layout={columns}
            meetingDay={meetingDay}
            owners={ready}
            villages={villages}
            options={options}
            onChange={grid.change}
            onLeave={grid.leave}
            onDrop={grid.drop}
          />
        ))}
      </ol>
      <div role="status" className="mt-2 min-h-7">
        {isLost ? (
          <p className="flex flex-wrap items-center gap-3 rounded border-l-4 border-soon bg-soon-soft px-4 py-2">
            {unsaved} baris belum terkirim. Tersimpan di peramban ini, dikirim lagi begitu jaringan ada.
            <button type="button" className="button" onClick={grid.sendAgain}>
              Kirim sekarang
            </button>
          </p>
        ) : (
          unsaved > 0 && <p className="text-sm text-soon">{unsaved} baris belum tersimpan</p>
        )}
      </div>
      {pasted && (
        <PastePreview
          block={pasted}
          known={{ meetingDay, villages, owners: ready }}
          onInsert={insert}
          onClose={() => setPasted(null)}
        />
      )}
    </section>
  );
}

const columns = "md:grid-cols-[3rem_minmax(0,2.2fr)_minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1.2fr)]";

/** Enter goes down a row, Shift+Enter up; in a list, a choice or a button it is theirs. */
function stepOf(event: KeyboardEvent<HTMLOListElement>): number {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
    return 0;
  const { target, key } = event;
  const isCell = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (!isCell) return 0;
  if (key === "Enter") return event.shiftKey ? -1 : 1;
  const isList = target.role === "combobox" || target.getAttribute("role") === "combobox";
  if (isList || event.shiftKey) return 0;
  const { selectionStart, selectionEnd, value } = target;
  if (key === "ArrowDown" && selectionEnd === value.length) return 1;
  if (key === "ArrowUp" && selectionStart === 0) return -1;
  return 0;
}
