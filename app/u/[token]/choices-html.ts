import { randomUUID } from "node:crypto";
import { acceptedTypes } from "@/lib/documents/rules";
import { sendingTime } from "@/lib/documents/sending-time";
import { escapeHtml } from "@/lib/http/escape-html";
import type { InviteeView } from "@/lib/invitations/invitee";
import { isMoved, isTimeMoved, whenWords } from "@/lib/meetings/changes";

/** No script tells the size of what is chosen. */
export const sendingHint = `foto 4 MB terkirim ${sendingTime(4 * 1024 * 1024)}`;

type Typed = { typed?: Record<string, string>; errors?: Record<string, string> };

/** Three ways to answer; the details of one show when it is chosen. */
export function choices(view: InviteeView, { typed = {}, errors = {} }: Typed): string {
  const { answer } = view;
  const wasTyped = typed.choice !== undefined;
  const field = (name: "delegateName" | "delegateTitle" | "delegateInstitution" | "reason", fallback: string | null) =>
    escapeHtml(wasTyped ? (typed[name] ?? "") : (fallback ?? ""));
  const error = (name: string) => (errors[name] ? `<span class="err">${escapeHtml(errors[name])}</span>` : "");
  const open = (choice: string) => (typed.choice === choice ? " open" : "");
  const buttons = `<form method="post"><input type="hidden" name="choice" value="PRESENT"><button>Saya hadir</button></form>
<details${open("REPRESENTED")}><summary>Diwakili orang lain</summary><form method="post" enctype="multipart/form-data"><input type="hidden" name="choice" value="REPRESENTED"><input type="hidden" name="letterId" value="${randomUUID()}">
<label>Nama wakil${error("delegateName")}<input name="delegateName" autocomplete="off" maxlength="120" value="${field("delegateName", answer?.delegateName ?? null)}"></label>
<label>Jabatan wakil${error("delegateTitle")}<input name="delegateTitle" autocomplete="off" maxlength="120" value="${field("delegateTitle", answer?.delegateTitle ?? null)}"></label>
<label>Instansi wakil${error("delegateInstitution")}<input name="delegateInstitution" autocomplete="off" maxlength="160" value="${field("delegateInstitution", answer?.delegateInstitution ?? view.institution)}"></label>
<label>Surat kuasa: foto atau PDF <span class="dim">(boleh kosong; ${sendingHint})</span>${error("letter")}<input type="file" name="letter" accept="${acceptedTypes}"></label>
<button>Kirim nama wakil</button></form></details>
<details${open("ABSENT")}><summary>Tidak dapat hadir</summary><form method="post"><input type="hidden" name="choice" value="ABSENT">
<label>Alasan${error("reason")}<textarea name="reason" rows="3" maxlength="300">${field("reason", answer?.reason ?? null)}</textarea></label>
<button>Kirim alasan</button></form></details>`;
  const unknown = errors.choice ? `<p class="err">${escapeHtml(errors.choice)}</p>` : "";
  if (!answer) return `<h2>Apakah Anda hadir?</h2>${unknown}${buttons}`;
  return `<details class="again"${wasTyped || errors.choice ? " open" : ""}><summary>Ubah jawaban</summary><div>${unknown}${buttons}</div></details>`;
}

/** Time or place moved since the invitee answered or was told: old and new, and the same answer to press again. */
export function changeNote({ before, meeting, answer }: InviteeView, isOpen: boolean): string {
  if (!before || !isOpen || !isMoved(before, meeting)) return "";
  const moved = [
    isTimeMoved(before, meeting)
      ? `Waktu semula ${whenWords(before, meeting.timeZone)}<br>menjadi <b>${whenWords(meeting, meeting.timeZone)}</b>`
      : "",
    before.place !== meeting.place
      ? `Tempat semula ${escapeHtml(before.place)}<br>menjadi <b>${escapeHtml(meeting.place)}</b>`
      : "",
  ].filter(Boolean);
  const ask = answer
    ? `<p>Jawaban Anda diberikan sebelum perubahan ini. Masih berlaku?</p>${sameAnswer(answer)}<p class="dim">Bila tidak, ubah di bawah.</p>`
    : "";
  return `<div class="note new"><p><b>Ada perubahan.</b></p><p>${moved.join("</p><p>")}</p>${ask}</div>`;
}

function sameAnswer(answer: NonNullable<InviteeView["answer"]>): string {
  const { choice, reason, delegateName, delegateTitle, delegateInstitution } = answer;
  const fields = Object.entries({ choice, reason, delegateName, delegateTitle, delegateInstitution })
    .filter(([, value]) => value)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value ?? "")}">`);
  return `<form method="post">${fields.join("")}<button>Ya, jawaban saya tetap</button></form>`;
}
