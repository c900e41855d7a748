import { escapeHtml } from "@/lib/http/escape-html";
import type { OwnSession } from "@/lib/session-attendance/own-link";
import { dayOf, formatClock, formatDayShort } from "@/lib/time";

type Shown = { token: string; timeZone: string; sent: boolean; refused: boolean };

/** Sessions of a training: what the participant attended, and a button while one runs. */
export function sessionsPart(sessions: readonly OwnSession[], { token, timeZone, sent, refused }: Shown): string {
  if (sessions.length === 0) return "";
  const attended = sessions.filter(({ status, isConfirmed }) => status === "PRESENT" && isConfirmed).length;
  const said = sent
    ? `<p class="note" role="status">Terima kasih, Anda sudah melapor hadir. Petugas yang mengonfirmasi.</p>`
    : refused
      ? `<p class="note bad" role="alert">Belum tercatat: sesi ini sedang tidak berlangsung. Temui petugas bila Anda hadir.</p>`
      : "";
  return `<h2 id="sesi">Kehadiran Anda per sesi</h2>${said}<p class="dim">Tercatat hadir di ${attended} dari ${sessions.length} sesi.</p>
<ul class="rows">${sessions.map((session) => sessionRow(session, token, timeZone)).join("")}</ul>`;
}

function sessionRow(session: OwnSession, token: string, timeZone: string): string {
  const { id, topic, startsAt, endsAt, room, isOpen, status } = session;
  const when = `${formatDayShort(dayOf(startsAt, timeZone))}, ${formatClock(startsAt, timeZone)}–${formatClock(endsAt, timeZone)}`;
  const button =
    isOpen && !status
      ? `<form method="post" action="/u/${token}/hadir"><input type="hidden" name="sesi" value="${id}"><button>Saya hadir di sesi ini</button></form>`
      : "";
  return `<li><b>${escapeHtml(topic)}</b><br><span class="dim">${[when, room && escapeHtml(room)].filter(Boolean).join(" · ")}</span><br>${stateWords(session)}${button}</li>`;
}

function stateWords({ status, isConfirmed }: OwnSession): string {
  if (!status) return "";
  if (status === "ABSENT") return "Tercatat tidak hadir. Bila Anda hadir, temui petugas.";
  return isConfirmed ? "✓ Hadir" : "Sudah melapor hadir, menunggu petugas";
}
