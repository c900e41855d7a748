import { isBlank } from "@/lib/minutes/lines";
import { type Draft, type Drafts, isUnsent } from "./drafts";
import type { Link } from "./notes-store";

const isCut = (link: Link) => link === "offline" || link === "signed-out" || link === "denied";

export type StateWords = { words: string; tone: "text-muted" | "text-soon" | "text-late" };

/** State of one line, in words. */
export function lineState(draft: Draft | null, link: Link): StateWords {
  if (!draft || draft.state === "settled") return { words: "Tersimpan", tone: "text-muted" };
  if (draft.state === "clash") return { words: "Berbeda: pilih", tone: "text-late" };
  if (draft.state === "refused") return { words: `Belum tersimpan. ${draft.reason ?? ""}`, tone: "text-late" };
  if (isBlank(draft.fields))
    return draft.base === null
      ? { words: "Baris baru", tone: "text-muted" }
      : { words: "Kosong: isi, atau hapus barisnya", tone: "text-soon" };
  return isCut(link) ? { words: "Belum terkirim", tone: "text-soon" } : { words: "Menyimpan…", tone: "text-muted" };
}

/** State of all lines: what a person has to do comes first. */
export function wholeState(drafts: Drafts, link: Link): StateWords {
  const all = [...drafts.values()];
  const clashes = all.filter(({ state }) => state === "clash").length;
  if (clashes > 0) return { words: `Berbeda: pilih (${clashes})`, tone: "text-late" };
  const refused = all.filter(({ state }) => state === "refused").length;
  if (refused > 0) return { words: `Belum tersimpan (${refused}): perbaiki barisnya`, tone: "text-late" };
  const unsent = countUnsent(drafts);
  if (link === "opening") return { words: "Membuka notulen …", tone: "text-muted" };
  if (unsent === 0) return { words: "Tersimpan", tone: "text-muted" };
  return isCut(link)
    ? { words: `Belum terkirim (${unsent})`, tone: "text-soon" }
    : { words: "Menyimpan…", tone: "text-muted" };
}

/** Lines whose words are on this device only. */
export function countUnsent(drafts: Drafts): number {
  return [...drafts.values()].filter(isUnsent).length;
}
