import { randomUUID } from "node:crypto";
import { documentOf } from "@/app/u/[token]/page-html";
import { inLocalWords } from "@/lib/area-words/local";
import type { CheckInView } from "@/lib/attendance/check-in";
import { sectorNames } from "@/lib/directory/rules";
import { escapeHtml } from "@/lib/http/escape-html";
import { formatClock, zoneLabel } from "@/lib/time";

/** Where a code is typed by hand, with what was wrong with the last one. */
export function codePage(sentence: string | null): string {
  return documentOf(
    "Catat kehadiran",
    `<p class="by">Lokmin</p><h1>Catat kehadiran</h1>${sentence ? `<p class="note bad" role="alert">${sentence}</p>` : ""}
<form method="get" action="/h"><label>Kode di layar<input name="kode" autocomplete="off" autocapitalize="characters" maxlength="12" placeholder="ABCD-2345"></label><button>Lanjut</button></form>`,
  );
}

type Shown = { ticket: string; typed: Record<string, string>; errors: Record<string, string> };

/** Who are you? Invited, in somebody's place, or a guest. Seats only: no names, no answers, no telephones. */
export function checkInPage(view: CheckInView, { ticket, typed, errors }: Shown): string {
  const error = (name: string, who: string) =>
    typed.who === who && errors[name] ? `<span class="err">${escapeHtml(errors[name])}</span>` : "";
  const value = (name: string, who: string) => (typed.who === who ? escapeHtml(typed[name] ?? "") : "");
  const seats = (who: string) =>
    `<label>Jabatan yang diundang${error("invitationId", who)}<select name="invitationId"><option value="">Pilih …</option>${seatOptions(view, typed.who === who ? typed.invitationId : "")}</select></label>`;
  const field = (name: string, label: string, who: string) =>
    `<label>${label}${error(name, who)}<input name="${name}" autocomplete="off" maxlength="160" value="${value(name, who)}"></label>`;
  const form = (who: string, fields: string, button: string) =>
    `<form method="post" action="/h"><input type="hidden" name="ticket" value="${escapeHtml(ticket)}"><input type="hidden" name="who" value="${who}">${fields}<button>${button}</button></form>`;
  const open = (who: string) => (typed.who === who ? " open" : "");
  return documentOf(
    "Catat kehadiran",
    `<p class="by">Catat kehadiran</p><h1>${escapeHtml(view.title)}</h1><p>${escapeHtml(view.place)}</p>${view.sessionTopic ? `<p>Sesi sekarang: <b>${escapeHtml(view.sessionTopic)}</b></p>` : ""}
${Object.keys(errors).length > 0 ? `<p class="note bad" role="alert">Belum tercatat. Lengkapi isian di bawah ini.</p>` : ""}
<h2>Anda hadir sebagai …</h2>
<details${open("sendiri")}><summary>Pejabat yang diundang</summary>${form("sendiri", seats("sendiri"), "Saya hadir")}</details>
<details${open("wakil")}><summary>Wakil pejabat yang diundang</summary>${form("wakil", `${seats("wakil")}${field("name", "Nama Anda", "wakil")}${field("title", "Jabatan Anda", "wakil")}${field("institution", "Instansi Anda (bila lain)", "wakil")}`, "Saya mewakili")}</details>
<details${open("tamu")}><summary>Tamu tanpa undangan</summary>${form("tamu", `<input type="hidden" name="id" value="${typed.who === "tamu" && typed.id ? escapeHtml(typed.id) : randomUUID()}">${field("name", "Nama Anda", "tamu")}${field("title", "Jabatan Anda", "tamu")}${field("institution", "Instansi Anda", "tamu")}`, "Saya hadir sebagai tamu")}</details>`,
  );
}

function seatOptions(view: CheckInView, chosen: string | undefined): string {
  const sectors = [...new Set(view.seats.map((seat) => seat.sector))];
  return sectors
    .map((sector) => {
      const options = view.seats
        .filter((seat) => seat.sector === sector)
        .map(
          (seat) =>
            `<option value="${seat.id}"${seat.id === chosen ? " selected" : ""}>${escapeHtml(`${seat.title}, ${seat.institution}`)}</option>`,
        );
      return `<optgroup label="${inLocalWords(view.areaWords, sectorNames[sector])}">${options.join("")}</optgroup>`;
    })
    .join("");
}

/** What to show the officer at the entrance. */
export function donePage(view: CheckInView, name: string, outcome: "made" | "already", now: Date): string {
  const clock = `${formatClock(now, view.timeZone)} ${zoneLabel(view.timeZone)}`;
  const session = view.sessionTopic ? `, sesi ${escapeHtml(view.sessionTopic)}` : "";
  const words =
    outcome === "made"
      ? `Tercatat pukul ${clock}${session}. Tunjukkan layar ini kepada petugas di pintu; ia yang mengonfirmasi.`
      : "Anda sudah tercatat sebelumnya. Tidak perlu mencatat lagi.";
  return documentOf(
    "Kehadiran tercatat",
    `<p class="by">${escapeHtml(view.title)}</p><h1>${escapeHtml(name)}</h1><p class="note" role="status">${words}</p>`,
  );
}
