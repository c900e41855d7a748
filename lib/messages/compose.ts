import { type Outcome, refuse } from "@/lib/actor";
import { seatName } from "@/lib/directory/rules";
import { answerNames } from "@/lib/invitations/rules";
import { isMoved, isTimeMoved, type WhenAndWhere, whenWords } from "@/lib/meetings/changes";
import {
  bracedNames,
  encodedLength,
  isPlaceholder,
  longestMessage,
  openGaps,
  type Placeholder,
  withLinkLast,
} from "@/lib/messages/rules";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import type { AnswerChoice, HolderPrefix, MeetingStatus } from "@/prisma/generated/enums";

export type MessageFacts = {
  meeting: WhenAndWhere & {
    title: string;
    timeZone: string;
    status: MeetingStatus;
    statusReason: string | null;
  };
  inviting: string;
  invitation: { title: string; institution: string; holderPrefix: HolderPrefix | null; holderName: string | null };
  link: string;
  before: WhenAndWhere | null;
  answer: { choice: AnswerChoice; isCurrent: boolean } | null;
};

/** One invitee's message: placeholders filled, the link last on a line of its own. */
export function composeMessage(template: string, facts: MessageFacts): Outcome<{ text: string }> {
  return fillMessage(template, valuesOf(facts));
}

export function fillMessage(template: string, values: Partial<Record<Placeholder, string>>): Outcome<{ text: string }> {
  const missing = bracedNames(template).filter((name) => !isPlaceholder(name) || !values[name]);
  if (missing.length > 0) return refuse(missingWords([...new Set(missing)]));
  const text = withLinkLast(template).replace(/\{([^{}]*)\}/g, (_, name: string) =>
    isPlaceholder(name) ? (values[name] ?? "") : "",
  );
  const gaps = openGaps(text);
  if (gaps.length > 0)
    return refuse(`Pesan masih memuat ${gaps.join(", ")}. Ganti dengan kata sebenarnya sebelum dikirim.`);
  const length = encodedLength(text);
  if (length >= longestMessage)
    return refuse(
      `Pesan terlalu panjang untuk WhatsApp: ${length.toLocaleString("id-ID")} dari ${longestMessage.toLocaleString("id-ID")}. Pendekkan di Pengaturan › Pesan.`,
    );
  return { ok: true, text };
}

function missingWords(names: string[]): string {
  const braced = names.map((name) => `{${name}}`).join(", ");
  return names.includes("nama")
    ? `Nama pejabat belum tercatat, padahal pesan memuat ${braced}. Ganti {nama} dengan {sapaan} di Pengaturan › Pesan, atau ulangi setelah pejabatnya dicatat di Mitra.`
    : `Belum ada isi untuk ${braced} bagi penerima ini. Ubah pesannya di Pengaturan › Pesan.`;
}

function valuesOf({
  meeting,
  inviting,
  invitation,
  link,
  before,
  answer,
}: MessageFacts): Partial<Record<Placeholder, string>> {
  const seat = seatName({ title: invitation.title, prefix: invitation.holderPrefix });
  return {
    sapaan: greetingOf(invitation),
    nama: invitation.holderName ?? "",
    jabatan: seat,
    instansi: invitation.institution,
    kegiatan: meeting.title,
    hari: formatDay(dayOf(meeting.startsAt, meeting.timeZone)),
    pukul: formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone),
    tempat: meeting.place,
    penyelenggara: inviting,
    perubahan: changeWords(meeting, before),
    jawaban: answerWords(meeting.status, answer),
    tautan: link,
  };
}

export function greetingOf(invitation: MessageFacts["invitation"]): string {
  const { title, institution, holderPrefix: prefix, holderName } = invitation;
  const seat = seatName({ title, prefix });
  return `Yth. ${holderName ? `${holderName}, ${seat}` : `${seat}, ${institution}`}`;
}

export function changeWords(meeting: MessageFacts["meeting"], before: WhenAndWhere | null): string {
  const reason = meeting.statusReason ? ` Alasan: ${meeting.statusReason}` : "";
  const now = whenWords(meeting, meeting.timeZone);
  if (meeting.status === "CANCELLED") return `Kegiatan pada ${now} *dibatalkan*.${reason}`;
  if (meeting.status === "POSTPONED")
    return `Kegiatan pada ${now} *ditunda*.${reason}\nWaktu barunya akan kami beritahukan.`;
  if (!before) return "";
  if (!isMoved(before, meeting)) return `Jadi diadakan pada ${now}\nTempat: ${meeting.place}`;
  return [
    isTimeMoved(before, meeting)
      ? `Waktu semula ${whenWords(before, meeting.timeZone)}\nmenjadi *${now}*`
      : `Waktu tetap: ${now}`,
    before.place !== meeting.place
      ? `Tempat semula ${before.place}\nmenjadi *${meeting.place}*`
      : `Tempat tetap: ${meeting.place}`,
  ].join("\n");
}

function answerWords(status: MeetingStatus, answer: MessageFacts["answer"]): string {
  if (status === "CANCELLED" || status === "POSTPONED")
    return "Jawaban Anda tidak diperlukan untuk saat ini. Keterangannya ada di tautan pribadi Anda:";
  if (!answer) return "Mohon jawab hadir, diwakili, atau tidak hadir lewat tautan pribadi ini:";
  const given = `Jawaban Anda (${answerNames[answer.choice].toLowerCase()})`;
  return answer.isCurrent
    ? `${given} masih berlaku. Bila berubah, ubah lewat tautan pribadi ini:`
    : `${given} diberikan sebelum perubahan ini. Mohon tegaskan atau ubah lewat tautan pribadi ini:`;
}
