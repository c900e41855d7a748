import { randomUUID } from "node:crypto";
import { sendingHint } from "@/app/u/[token]/choices-html";
import { acceptedTypes } from "@/lib/documents/rules";
import { escapeHtml } from "@/lib/http/escape-html";
import type { OwnerRow } from "@/lib/owner-links/owner";
import { filesPerReport } from "@/lib/owner-links/report";
import { ownerWords } from "@/lib/owner-links/schema";
import { dueWords } from "@/lib/plan/rules";
import { formatDayLong } from "@/lib/time";

type Typed = {
  today: string;
  typed: Record<string, string>;
  errors: Record<string, string>;
  /** The owner's only row: it need not be gone back from. */
  isAlone: boolean;
};

const words: Record<(typeof ownerWords)[number], string> = {
  IN_PROGRESS: "Sedang berjalan",
  DONE: "Sudah selesai",
  KENDALA: "Ada kendala",
};

/** Reports on one row: what was typed stays, a file is chosen last so that the rest is read whatever it weighs. */
export function reportForm(row: OwnerRow, { today, typed, errors, isAlone }: Typed): string {
  const error = (name: string) => (errors[name] ? `<span class="err">${escapeHtml(errors[name])}</span>` : "");
  const value = (name: string, fallback: string) => escapeHtml(typed[name] ?? fallback);
  const picks = ownerWords.map(
    (word) =>
      `<label class="pick"><input type="radio" name="status" value="${word}"${(typed.status ?? "IN_PROGRESS") === word ? " checked" : ""}>${words[word]}</label>`,
  );
  const stillOpen =
    errors.stillOpen || typed.stillOpen
      ? `${error("stillOpen")}<label class="pick"><input type="checkbox" name="stillOpen" value="ya"${typed.stillOpen ? " checked" : ""}>Masih ada yang berjalan walau 100 %</label>`
      : "";
  return `<form class="box" method="post" enctype="multipart/form-data"><h2>Laporkan kemajuan</h2>
<p><b>${escapeHtml(row.activity)}</b><br><span class="dim">Batas waktu ${formatDayLong(row.deadline)} (${dueWords(row, today)})</span></p>
${errors[""] ? `<p class="err">${escapeHtml(errors[""])}</p>` : ""}<input type="hidden" name="rtl" value="${row.id}"><input type="hidden" name="id" value="${value("id", randomUUID())}">
<fieldset><legend>Keadaannya sekarang${error("status")}</legend>${picks.join("")}</fieldset>
<label>Kemajuan dalam persen <span class="dim">(0–100; selesai selalu 100)</span>${error("percent")}<input name="percent" inputmode="numeric" autocomplete="off" maxlength="6" value="${value("percent", row.percent > 0 ? String(row.percent) : "")}"></label>
${stillOpen}<label>Catatan: yang sudah dikerjakan, atau kendalanya${error("note")}<textarea name="note" rows="4" maxlength="1000">${value("note", "")}</textarea></label>
<label>Foto bukti <span class="dim">(boleh kosong, paling banyak ${filesPerReport}; ${sendingHint})</span>${error("photo")}<input type="file" name="photo" multiple accept="${acceptedTypes}"></label>
<button>Kirim laporan</button>${isAlone ? "" : `<p><a class="act" href="?">Kembali ke daftar</a></p>`}</form>`;
}
