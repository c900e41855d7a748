import { documentOf } from "@/app/u/[token]/page-html";
import type { CheckedCertificate } from "@/lib/certificates/check";
import { decimalWords, isOver } from "@/lib/certificates/rules";
import { escapeHtml } from "@/lib/http/escape-html";
import { shownCheckCode } from "@/lib/papers/check-code";
import { dateToDay, dayOf, formatDayLong } from "@/lib/time";

/** Whether a certificate is in force, with what it says. */
export function certificatePage(found: CheckedCertificate, now: Date): string {
  const rows = [
    ["Nomor", found.number],
    ["Nama", found.name],
    ["Pelatihan", found.training],
    ["Waktu", found.held],
    ["Jam pelajaran", `${decimalWords(found.lessons)} JPL`],
    ["Diterbitkan", formatDayLong(dateToDay(found.day))],
    ...(found.expiresOn ? [["Berlaku sampai", formatDayLong(dateToDay(found.expiresOn))]] : []),
    ["Kode", shownCheckCode(found.code)],
  ];
  return documentOf(
    "Periksa sertifikat",
    `<p class="by">Lokmin</p><h1>Sertifikat ini diterbitkan oleh ${escapeHtml(found.office)}</h1>
${stateNote(found, now)}
<dl>${rows.map(([name = "", text = ""]) => `<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`).join("")}</dl>
<p>Bandingkan dengan sertifikat yang Anda pegang. Bila ada yang berbeda, tanyakan kepada ${escapeHtml(found.office)}.</p>`,
  );
}

function stateNote({ withdrawnAt, withdrawReason, expiresOn, timeZone }: CheckedCertificate, now: Date): string {
  if (withdrawnAt)
    return `<p class="note bad"><b>Sertifikat ini sudah ditarik dan tidak berlaku lagi.</b> ${formatDayLong(dayOf(withdrawnAt, timeZone))}: ${escapeHtml(withdrawReason ?? "")}</p>`;
  if (expiresOn && isOver(expiresOn, dayOf(now, timeZone)))
    return `<p class="note bad"><b>Masa berlaku sertifikat ini sudah habis.</b></p>`;
  return `<p class="note"><b>Sertifikat ini tercatat dan tidak ditarik.</b></p>`;
}
