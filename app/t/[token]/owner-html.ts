import { documentOf } from "@/app/u/[token]/page-html";
import { inLocalWords } from "@/lib/area-words/local";
import { wordsOfVillages } from "@/lib/area-words/words";
import { escapeHtml } from "@/lib/http/escape-html";
import type { OwnerPage, OwnerRow } from "@/lib/owner-links/owner";
import { dueTone, dueWords, targetWords } from "@/lib/plan/rules";
import { progressNames } from "@/lib/progress/rules";
import { shortened } from "@/lib/shortened";
import { dayOf, formatDayShort } from "@/lib/time";
import { reportForm } from "./form-html";

export type Shown = {
  /** The row that is to be reported on. */
  itemId?: string | null;
  isSent?: boolean;
  /** The row went to somebody else, or was deleted, while it was written about. */
  isGone?: boolean;
  typed?: Record<string, string>;
  errors?: Record<string, string>;
};

/** An owner's page. The title names nobody: chat previews show it to everybody. */
export function ownerPage(view: OwnerPage, shown: Shown, now: Date): string {
  const today = dayOf(now, view.timeZone);
  const { open, finished, more } = view;
  const chosen = open.find((row) => row.id === shown.itemId) ?? (open.length === 1 && more === 0 ? open[0] : undefined);
  const errors = shown.errors ?? {};
  return documentOf(
    "Tindak lanjut Lokmin",
    `<p class="by">${escapeHtml(view.puskesmas)}</p>
<h1>Rencana tindak lanjut Anda</h1>
<p class="to">Kepada Yth.<br><b>${escapeHtml(addressee(view))}</b><br>${escapeHtml(view.institution)}</p>
${notice(shown, chosen !== undefined)}
${chosen ? reportForm(chosen, { today, typed: shown.typed ?? {}, errors, isAlone: open.length === 1 }) : ""}
${open.length > 0 ? `<h2>Belum selesai (${open.length + more})</h2><ul class="rows">${open.map((row) => openRow(row, view, today, row !== chosen)).join("")}</ul>` : nothingOpen(view)}
${more > 0 ? `<p class="dim">Dan ${more} lagi dengan batas waktu lebih jauh.</p>` : ""}
${finished.length > 0 ? `<h2>Selesai tiga bulan terakhir</h2><ul class="rows">${finished.map((row) => finishedRow(row, view)).join("")}</ul>` : ""}
<p class="dim">Halaman ini hanya untuk Anda. Jangan meneruskan tautannya. Ada yang keliru? Hubungi ${escapeHtml(view.puskesmas)}.</p>`,
  );
}

function addressee({ name, title, institution }: OwnerPage): string {
  return [name, title].filter(Boolean).join(", ") || institution;
}

function notice({ isSent, isGone, errors = {} }: Shown, hasForm: boolean): string {
  const [error] = Object.values(errors);
  if (error)
    return `<p class="note bad" role="alert">${hasForm ? "Laporan belum terkirim. Lengkapi isian di bawah ini; foto perlu dipilih lagi." : `Laporan tidak tersimpan. ${escapeHtml(error)}`}</p>`;
  if (isGone)
    return `<p class="note bad" role="alert">Laporan tidak tersimpan: RTL itu tidak lagi atas nama Anda. Hubungi puskesmas.</p>`;
  return isSent
    ? `<p class="note" role="status">Terima kasih, laporan Anda sudah kami terima. Puskesmas akan memeriksanya.</p>`
    : "";
}

function nothingOpen({ state }: OwnerPage): string {
  return state === "readOnly"
    ? `<p class="note">Tidak ada lagi RTL Anda yang belum selesai. Terima kasih. Halaman ini masih dapat dibaca 30 hari sesudah yang terakhir.</p>`
    : "";
}

const tones = { late: "late", soon: "soon", done: "dim", plain: "dim" } as const;

function openRow(row: OwnerRow, view: OwnerPage, today: string, isLinked: boolean): string {
  const act = isLinked ? `<br><a class="act" href="?rtl=${row.id}">Laporkan kemajuan</a>` : "";
  return `<li><span class="${tones[dueTone(row, today)]}">${dueWords(row, today)}</span> <span class="dim">· ${formatDayShort(row.deadline)}</span><br><b>${escapeHtml(row.activity)}</b>${facts(row)}<br>${progressNames[row.status]}, ${row.percent} %${lastWords(row, view)}${act}</li>`;
}

function finishedRow(row: OwnerRow, view: OwnerPage): string {
  return `<li><span class="dim">${progressNames[row.status]}</span> ${escapeHtml(row.activity)}${lastWords(row, view)}</li>`;
}

const mostVillages = 5;

/** "Desa Kedaung, Baktirasa · Cakupan IDL: 77,5 → 95 %". */
function facts(row: OwnerRow): string {
  const { villages } = row;
  const named = villages.slice(0, mostVillages).join(", ");
  const rest = villages.length > mostVillages ? ` dan ${villages.length - mostVillages} lagi` : "";
  const measured = [row.indicator, targetWords(row)].filter(Boolean).join(": ");
  const words = [named && `${inLocalWords(wordsOfVillages(row.villageCodes), "Desa")} ${named}${rest}`, measured]
    .filter(Boolean)
    .map(escapeHtml)
    .join(" · ");
  return words && `<br><span class="dim">${words}</span>`;
}

/** The owner's own last report and what became of it; of what others reported, only when. */
function lastWords({ own, lastAt }: OwnerRow, { timeZone }: OwnerPage): string {
  const day = (at: Date) => formatDayShort(dayOf(at, timeZone));
  const byOthers =
    lastAt && (!own || lastAt > own.at) ? `<br><span class="dim">Dicatat puskesmas ${day(lastAt)}</span>` : "";
  if (!own) return byOthers;
  const note = own.note ? `: ${escapeHtml(shortened(own.note, 140))}` : "";
  const files = own.files > 0 ? ` (${own.files} berkas)` : "";
  const check =
    own.isAccepted === null
      ? // A newer report supersedes it: nobody looks at it any more.
        byOthers
        ? ""
        : `<br><span class="dim">Menunggu pemeriksaan puskesmas</span>`
      : own.isAccepted
        ? `<br>Diterima puskesmas`
        : `<br><span class="late">Dikembalikan</span>: ${escapeHtml(own.checkNote ?? "")}`;
  return `<br><span class="dim">Laporan Anda ${day(own.at)}, ${own.percent} %${note}${files}</span>${check}${byOthers}`;
}
