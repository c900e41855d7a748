"use client";

import { useCombobox } from "downshift";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { groupNames, type Hit, type HitGroup } from "@/lib/search/groups";
import type { Place } from "./navigation";

type Row = Hit & { group: string };

type Props = { places: readonly Place[]; onClose: () => void };

const shortcuts = [
  ["Ctrl K", "cari dan lompat ke halaman mana pun"],
  ["/", "ke kotak cari"],
  ["?", "tombol pintas"],
  ["Enter", "di kisi RTL: baris baru; Tab: sel berikutnya"],
  ["J / K", "di antrean tinjauan: laporan berikutnya dan sebelumnya"],
] as const;

/** Jumps to a place or to what the words are found in, from anywhere: typed, chosen by arrow keys, Enter. */
export function QuickSearch({ places, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [words, setWords] = useState("");
  const found = useFound(words);
  const rows = [...placesFor(places, words), ...rowsOf(found.groups)];
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Row>({
    items: rows,
    isOpen: true,
    inputValue: words,
    defaultHighlightedIndex: 0,
    itemToString: (row) => row?.text ?? "",
    stateReducer: (_, { changes }) => ({ ...changes, isOpen: true }),
    onSelectedItemChange: ({ selectedItem }) => {
      onClose();
      if (selectedItem) router.push(selectedItem.href);
    },
  });
  useEffect(() => {
    const shown = dialog.current;
    const closeBeside = (event: PointerEvent) => event.target === shown && shown?.close();
    shown?.showModal();
    shown?.addEventListener("pointerdown", closeBeside);
    return () => shown?.removeEventListener("pointerdown", closeBeside);
  }, []);
  return (
    <dialog ref={dialog} aria-label="Cari dan lompat" onClose={onClose} className="quick-search">
      <input
        {...getInputProps({
          "aria-label": "Cari halaman, kegiatan, orang, HP, RTL, masalah, notulen",
          // Not onInputValueChange, which comes later: letters that are typed quickly would be lost.
          onChange: (event) => setWords(event.currentTarget.value),
          onKeyDown: (event) => {
            if (event.key === "Escape") dialog.current?.close();
          },
        })}
        placeholder="Cari halaman, kegiatan, orang, HP, RTL, notulen …"
        className="input"
      />
      <ul {...getMenuProps()} className="max-h-[60vh] overflow-y-auto py-2">
        {rows.map((row, index) => (
          <li
            key={row.id}
            {...getItemProps({ item: row, index })}
            className={index === highlightedIndex ? "is-chosen" : undefined}
          >
            <span>{row.text}</span>
            <span className="text-sm text-muted">
              {row.group}
              {row.detail && ` · ${row.detail}`}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="px-3 text-sm text-muted">
        {stateWords(words, rows.length, found)}
      </p>
      <details className="px-3 py-2 text-sm">
        <summary className="link min-h-11 py-2">Tombol pintas</summary>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {shortcuts.map(([keys, does]) => (
            <div key={keys} className="contents">
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </dialog>
  );
}

function stateWords(words: string, count: number, found: Found): string {
  if (found.failed) return "Pencarian gagal. Periksa sambungan, lalu ketik lagi.";
  if (found.words !== words.trim() && words.trim().length > 1) return "Mencari …";
  if (count === 0) return `Tidak ada yang cocok dengan “${words}”.`;
  return words ? `${count} ditemukan` : "Ketik untuk mencari; panah untuk memilih, Enter untuk membuka.";
}

function placesFor(places: readonly Place[], words: string): Row[] {
  const part = words.trim().toLocaleLowerCase("id");
  return places
    .filter(({ label }) => label.toLocaleLowerCase("id").includes(part))
    .map(({ href, label }) => ({ id: href, href, text: label, detail: "", group: "Halaman" }));
}

function rowsOf(groups: readonly HitGroup[]): Row[] {
  return groups.flatMap(({ name, hits }) => hits.map((hit) => ({ ...hit, group: groupNames[name] })));
}

type Found = { words: string; groups: HitGroup[]; failed: boolean };

const pause = 150;

/** What is found for the words, once typing pauses; an answer for older words is dropped. */
function useFound(words: string): Found {
  const [found, setFound] = useState<Found>({ words: "", groups: [], failed: false });
  useEffect(() => {
    const q = words.trim();
    if (q.length < 2) {
      setFound({ words: q, groups: [], failed: false });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/cari?q=${encodeURIComponent(q)}`, { signal: stop.signal }).catch(() => null);
      if (stop.signal.aborted) return;
      const groups: HitGroup[] = answer?.ok ? (await answer.json()).groups : [];
      setFound({ words: q, groups, failed: !answer?.ok });
    }, pause);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [words]);
  return found;
}
