import { createHash } from "node:crypto";
import { googleCalendarLink } from "@/lib/calendar/event";
import { formatPhone, prefixNames } from "@/lib/directory/rules";
import { escapeHtml } from "@/lib/http/escape-html";
import { keepOpening } from "@/lib/http/packed-page";
import type { InviteeView } from "@/lib/invitations/invitee";
import { answerNames } from "@/lib/invitations/rules";
import { kindNames } from "@/lib/meetings/rules";
import type { OwnSession } from "@/lib/session-attendance/own-link";
import { dayOf, formatDay, formatDayLong, formatHours, formatMoment } from "@/lib/time";
import { changeNote, choices } from "./choices-html";
import { sessionsPart } from "./sessions-html";
import { materialList, sessionList } from "./training-html";

// One self-contained document of a few kilobytes. Strings instead of React: rendering it is most of what the
// page costs, and it is the page that is asked for by everybody at once.

const style = `
:root{color-scheme:light dark;--ink:#1c1917;--muted:#57534e;--line:#d6d3d1;--paper:#fff;--accent:#0f766e;--on:#fff;--soft:#e3f4f1;--late:#b42318;--late-soft:#fdeae7;--new:#92400e;--new-soft:#fdf0d5}
@media(prefers-color-scheme:dark){:root{--ink:#f3f1ef;--muted:#bab4ae;--line:#57534e;--paper:#161413;--accent:#5fcabd;--on:#0b2421;--soft:#123833;--late:#ff9c8f;--late-soft:#43201b;--new:#f5bd63;--new-soft:#3b2a0e}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.375rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.125rem;margin:1.75rem 0 .5rem}
p{margin:.25rem 0}
.by,.dim{color:var(--muted)}
.to{border-left:4px solid var(--accent);padding-left:.75rem;margin:0 0 1rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem .5rem;margin:0}
dt{color:var(--muted)}dd{margin:0;font-weight:600}
a{color:var(--accent)}
.note{background:var(--soft);border-left:4px solid var(--accent);padding:.75rem 1rem;margin:1rem 0}
.bad{background:var(--late-soft);border-color:var(--late)}
.new{background:var(--new-soft);border-color:var(--new)}.new form{margin:.5rem 0}
.cal a{display:inline-block;padding:.625rem 1.25rem .625rem 0}
.err{display:block;color:var(--late);font-weight:600}
button,summary{display:block;width:100%;min-height:3.25rem;font:inherit;font-weight:600;padding:.75rem 1rem;border-radius:.375rem;border:2px solid var(--accent);text-align:left;cursor:pointer}
button{background:var(--accent);color:var(--on);text-align:center}
summary{background:var(--paper);color:var(--accent);margin-top:.625rem}
details[open]>summary{border-bottom-left-radius:0;border-bottom-right-radius:0}
details>form,details>div{border:2px solid var(--accent);border-top:0;border-radius:0 0 .375rem .375rem;padding:1rem}
label{display:block;font-weight:600;margin:0 0 .75rem}
input,textarea,select{display:block;width:100%;font:inherit;font-weight:400;padding:.625rem;margin-top:.25rem;border:1px solid var(--muted);border-radius:.25rem;background:var(--paper);color:var(--ink)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
ol,ul{margin:.25rem 0;padding-left:1.25rem}li{margin:.375rem 0}
.rows{list-style:none;padding:0}.rows>li{border-top:1px solid var(--line);margin:0;padding:.75rem 0}
.late{color:var(--late);font-weight:600}.soon{color:var(--new);font-weight:600}
.act{display:inline-block;padding:.625rem 1.5rem .625rem 0;font-weight:600}
.box{border:2px solid var(--accent);border-radius:.375rem;padding:1rem;margin:1rem 0}.box h2{margin:0 0 .75rem}
fieldset{border:0;margin:0 0 .75rem;padding:0}legend{font-weight:600;padding:0}
.pick{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;margin:0;font-weight:400}.pick input{width:1.375rem;height:1.375rem;margin:0;flex:none}
.scale{display:flex;gap:.5rem}.scale label{flex:1;font-weight:400;text-align:center;border:1px solid var(--muted);border-radius:.25rem;padding:.5rem 0;margin:.25rem 0}.scale input{width:1.375rem;height:1.375rem;margin:0 auto .25rem}
.call{display:inline-block;padding:.625rem 0;font-weight:600}.again>div{border-color:var(--line)}
@media(max-width:18em){dl{display:block}dd{margin-bottom:.5rem}}
.own{margin-top:2rem;font-size:.9375rem}
@media print{details,button,.own{display:none}}`;

/** What the page's Content-Security-Policy allows as its only style. */
export const styleHash = createHash("sha256").update(style).digest("base64");

/** What every page of a personal link says to its holder: no script, no trace, no copy. */
export const privateHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "Cache-Control": "no-store",
};

export type Shown = {
  token: string;
  /** Whether the meeting still takes answers. */
  isOpen: boolean;
  /** Whether the training's participants are asked what they think of it now. */
  asksOpinion?: boolean;
  /** What is said of the participant's certificate, as HTML. */
  certificate?: string;
  sent?: boolean;
  /** Of a training. */
  sessions?: readonly OwnSession[];
  /** He has just reported himself present in a session, or could not. */
  reported?: boolean;
  notReported?: boolean;
  late?: boolean;
  /** The answer was taken, and only its letter was not. */
  saved?: boolean;
  typed?: Record<string, string>;
  errors?: Record<string, string>;
};

const hosts = new Intl.ListFormat("id");

/** The invitee's page. The title names the meeting's kind only: chat previews show it to everybody. */
export function inviteePage(view: InviteeView, shown: Shown): string {
  const { meeting } = view;
  const day = dayOf(meeting.startsAt, meeting.timeZone);
  const hasErrors = Boolean(shown.errors && Object.keys(shown.errors).length > 0);
  return documentOf(
    `Undangan ${kindNames[meeting.kind]}`,
    `<p class="by">${escapeHtml(hosts.format(meeting.organisers))} mengundang</p>
<h1>${escapeHtml(meeting.title)}</h1>
<p class="to">Kepada Yth.<br><b>${escapeHtml(principal(view))}</b>${view.holderName ? `<br>${escapeHtml(view.institution)}` : ""}</p>
${statusNote(view)}
<dl><dt>Hari</dt><dd>${formatDay(day)}</dd><dt>Pukul</dt><dd>${formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)}</dd><dt>Tempat</dt><dd>${escapeHtml(meeting.place)}${
      meeting.mapUrl ? `<br><a href="${escapeHtml(meeting.mapUrl)}" rel="noreferrer">Lihat peta</a>` : ""
    }</dd></dl>
${shown.late ? `<p class="note bad" role="alert">Jawaban tidak tersimpan: kegiatan sudah dimulai atau berubah. Sampaikan langsung kepada panitia.</p>` : ""}
${hasErrors ? errorNote(shown) : answerNote(view, shown.sent ?? false)}
${shown.certificate ?? ""}${shown.asksOpinion ? `<p class="note"><a href="/u/${shown.token}/evaluasi">Isi evaluasi pelatihan ini</a></p>` : ""}
${view.tests > 0 ? `<p class="note"><a class="act" href="/u/${shown.token}/tes">Kerjakan tes pelatihan</a></p>` : ""}
${changeNote(view, shown.isOpen)}
${calendarLinks(view, shown.token)}
${sessionsPart(shown.sessions ?? [], {
  token: shown.token,
  timeZone: meeting.timeZone,
  sent: shown.reported ?? false,
  refused: shown.notReported ?? false,
})}
${shown.isOpen ? choices(view, shown) : closedNote(view)}
${contactPart(view)}
${programme(view, shown)}
${materialList(view, shown.token)}
${openItemList(view)}`,
  );
}

/** A page with one thing to say: a wrong link, too many tries. */
export function noticePage(title: string, sentence: string): string {
  return documentOf(title, `<p class="by">Lokmin</p><h1>${title}</h1><p>${sentence}</p>`);
}

const opening = keepOpening(
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style>${style}</style>`,
);

const privacyLink = `<p class="dim own"><a href="/privasi">Data Anda di Lokmin</a></p>`;

export function documentOf(title: string, main: string, foot = privacyLink): string {
  return `${opening}<title>${title}</title></head><body><main>${main}${foot}</main></body></html>`;
}

function principal(view: InviteeView): string {
  const seat = view.holderPrefix ? `${prefixNames[view.holderPrefix]} ${view.title}` : view.title;
  return view.holderName ? `${view.holderName}, ${seat}` : `${seat}, ${view.institution}`;
}

function statusNote({ meeting }: InviteeView): string {
  if (meeting.status === "CANCELLED")
    return `<p class="note bad"><b>Kegiatan ini dibatalkan.</b> ${escapeHtml(meeting.statusReason ?? "")}</p>`;
  if (meeting.status === "POSTPONED")
    return `<p class="note bad"><b>Kegiatan ini ditunda.</b> ${escapeHtml(meeting.statusReason ?? "")} Waktu barunya akan diberitahukan.</p>`;
  return "";
}

function errorNote({ saved, errors }: Shown): string {
  return saved
    ? `<p class="note bad" role="alert">Jawaban Anda sudah tersimpan, tetapi suratnya belum: ${escapeHtml(errors?.letter ?? "")}</p>`
    : `<p class="note bad" role="alert">Jawaban belum terkirim. Lengkapi isian di bawah ini.</p>`;
}

function answerNote({ answer, meeting }: InviteeView, sent: boolean): string {
  if (!answer) return "";
  const delegate = [answer.delegateName, answer.delegateTitle, answer.delegateInstitution].filter(Boolean).join(", ");
  const detail =
    answer.choice === "REPRESENTED"
      ? ` oleh ${escapeHtml(delegate)}${answer.letters.length > 0 ? `<br>Surat kuasa: ${escapeHtml(answer.letters.join(", "))}` : ""}`
      : answer.choice === "ABSENT"
        ? ` (${escapeHtml(answer.reason ?? "")})`
        : "";
  return `<p class="note"${sent ? ' role="status"' : ""}>${sent ? "Terima kasih, jawaban Anda sudah kami terima.<br>" : ""}Jawaban Anda: <b>${answerNames[answer.choice]}</b>${detail}<br><span class="dim">dikirim ${formatMoment(answer.answeredAt, meeting.timeZone)}</span></p>`;
}

function closedNote({ meeting }: InviteeView): string {
  if (meeting.status === "CANCELLED" || meeting.status === "POSTPONED") return "";
  return `<p class="note">Jawaban untuk undangan ini sudah ditutup karena kegiatan sudah dimulai. Bila ada perubahan, sampaikan langsung kepada panitia.</p>`;
}

/** Whom to ask, dialled by a tap. */
function contactPart({ meeting: { contactName, contactPhone } }: InviteeView): string {
  if (!contactPhone && !contactName) return "";
  const number = contactPhone ? `<a class="call" href="tel:+${contactPhone}">${formatPhone(contactPhone)}</a>` : "";
  return `<h2>Ada pertanyaan?</h2><p>Hubungi ${escapeHtml(contactName ?? "panitia")}${number && ": "}${number}</p>`;
}

function calendarLinks({ meeting, answer }: InviteeView, token: string): string {
  if (meeting.status !== "SCHEDULED" || answer?.choice === "ABSENT") return "";
  return `<p class="cal"><a href="/u/${token}/acara.ics">Simpan di kalender</a> <a href="${escapeHtml(googleCalendarLink(meeting))}" rel="noreferrer">Google Kalender</a></p>`;
}

/** Once a training runs its sessions stand above already, with what was attended. */
function programme(view: InviteeView, { sessions = [] }: Shown): string {
  if (sessions.length > 0) return "";
  return view.meeting.sessions.length > 0 ? sessionList(view) : agendaList(view);
}

function agendaList({ meeting }: InviteeView): string {
  if (meeting.agenda.length === 0) return "";
  const lines = meeting.agenda.map(
    (line) =>
      `<li>${escapeHtml(line.topic)}${line.minutes || line.presenter ? `<br><span class="dim">${[line.minutes ? `${line.minutes} menit` : "", escapeHtml(line.presenter ?? "")].filter(Boolean).join(" · ")}</span>` : ""}</li>`,
  );
  return `<h2>Susunan acara</h2><ol>${lines.join("")}</ol>`;
}

function openItemList({ openItems, institution }: InviteeView): string {
  if (openItems.length === 0) return "";
  const lines = openItems.map(
    (item) =>
      `<li>${escapeHtml(item.activity)}<br><span class="dim">sampai ${formatDayLong(item.deadline)} · ${item.percent} %</span></li>`,
  );
  return `<h2>Kesepakatan lalu yang belum selesai</h2><p class="dim">${escapeHtml(institution)}</p><ul>${lines.join("")}</ul>`;
}
