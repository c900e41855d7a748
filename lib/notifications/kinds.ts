import type { Action } from "@/lib/events/kinds";

export const topics = [
  "laporan",
  "eskalasi",
  "rtl",
  "kegiatan",
  "pembinaan",
  "undangan",
  "masa-berlaku",
  "data-pegawai",
  "pekerjaan",
] as const;
export type Topic = (typeof topics)[number];

export const topicNames: Record<Topic, { label: string; hint: string }> = {
  laporan: { label: "Laporan", hint: "dikirim, diterima, atau dikembalikan" },
  eskalasi: { label: "Eskalasi", hint: "masuk, ditangani, diteruskan, dijawab, atau ditarik" },
  rtl: { label: "RTL", hint: "ditugaskan kepada Anda, atau dikomentari" },
  kegiatan: { label: "Kegiatan", hint: "disahkan, dibuka kembali, atau disepakati bersama puskesmas lain" },
  pembinaan: { label: "Kunjungan pembinaan", hint: "dijadwalkan Dinas Kesehatan, atau timnya berubah" },
  undangan: { label: "Jawaban undangan", hint: "satu baris per kegiatan" },
  "masa-berlaku": { label: "Masa berlaku", hint: "STR, SIP, atau sertifikat pegawai yang habis dalam 90 dan 30 hari" },
  "data-pegawai": { label: "Data pegawai", hint: "pegawai meminta datanya dibetulkan atau dihapus" },
  pekerjaan: { label: "Pekerjaan yang gagal", hint: "pengiriman email, impor, dan lainnya yang Anda minta" },
};

/** Whom an event concerns; never who did it. */
export type Audience =
  | "puskesmas"
  | "reviewing Dinkes"
  | "reviewing Dinkes of a report"
  | "asked Dinkes"
  /** The office that it was handed on to; every one of them where the event names no forward. */
  | "forwarded to"
  | "forwarded from"
  | "owner of the row"
  | "who commented before"
  | "puskesmas, of a comment by the Dinkes"
  | "office of the event"
  | "admins of the office of the event"
  /** Also where he did it himself: somebody else may have done it as him. */
  | "whose account it is"
  | "who asked for the job";

export type NewsKind = {
  /** Nobody leaves out what concerns his own account. */
  topic: Topic | "akun";
  /** Newer news of one thread about one subject take the place of older ones. */
  thread: string;
  /** What the thread is about: the event's subject, its meeting, or the event alone. */
  of: "subject" | "meeting" | "event";
  to: readonly Audience[];
};

const escalation = (...to: Audience[]): NewsKind => ({ topic: "eskalasi", thread: "eskalasi", of: "subject", to });
const report = (...to: Audience[]): NewsKind => ({ topic: "laporan", thread: "laporan", of: "meeting", to });
const approval = (...to: Audience[]): NewsKind => ({ topic: "kegiatan", thread: "pengesahan", of: "meeting", to });
const assigned: NewsKind = { topic: "rtl", thread: "tugas", of: "subject", to: ["owner of the row"] };
const joined: NewsKind = { topic: "kegiatan", thread: "bersama", of: "meeting", to: ["puskesmas"] };
const account: NewsKind = { topic: "akun", thread: "akun", of: "event", to: ["whose account it is"] };

/** News that are sent by e-mail at once, whatever was chosen and whether or not they were read. */
export const accountNews = "akun:%";

export const newsKinds = {
  "submission.sent": report("reviewing Dinkes"),
  "review.accepted": report("puskesmas"),
  "review.returned": report("puskesmas"),
  "escalation.raised": escalation("asked Dinkes"),
  "escalation.withdrawn": escalation("asked Dinkes", "forwarded to"),
  "escalation.taken": escalation("puskesmas"),
  "escalation.forwarded": escalation("puskesmas", "forwarded to"),
  "escalation.recalled": escalation("puskesmas", "forwarded to"),
  "escalation.answered": escalation("puskesmas"),
  "escalation.forward-answered": escalation("puskesmas", "forwarded from"),
  "item.added": assigned,
  "item.reassigned": assigned,
  "item.commented": {
    ...{ topic: "rtl", thread: "komentar", of: "subject" },
    to: ["who commented before", "owner of the row", "puskesmas, of a comment by the Dinkes"],
  },
  "approval.given": approval("puskesmas"),
  "approval.reopened": approval("puskesmas", "reviewing Dinkes of a report"),
  "meeting.joined": joined,
  "meeting.join-declined": joined,
  "visit.planned": { topic: "pembinaan", thread: "kunjungan", of: "meeting", to: ["puskesmas"] },
  "visit.team-changed": { topic: "pembinaan", thread: "kunjungan", of: "meeting", to: ["puskesmas"] },
  "invitation.answered": { topic: "undangan", thread: "undangan", of: "meeting", to: ["puskesmas"] },
  "expiry.near": { topic: "masa-berlaku", thread: "berlaku", of: "subject", to: ["office of the event"] },
  "staff.data-asked": {
    ...{ topic: "data-pegawai", thread: "data-pegawai", of: "subject" },
    to: ["admins of the office of the event"],
  },
  "authenticator-app.added": account,
  "authenticator-app.removed": account,
  "passkey.added": account,
  "passkey.removed": account,
  "recovery-codes.made": account,
  "recovery-code.used": account,
  "second-factor.guessed": account,
  "password.changed": account,
  "password.set-by-link": account,
  "user.email-changed": account,
  "user.recovered": account,
  "job.failed": { topic: "pekerjaan", thread: "pekerjaan", of: "subject", to: ["who asked for the job"] },
} satisfies Partial<Record<Action, NewsKind>>;

export function findNewsKind(action: string | null): NewsKind | null {
  const kinds: Partial<Record<string, NewsKind>> = newsKinds;
  return action ? (kinds[action] ?? null) : null;
}

type Threaded = { id: bigint; subjectId: string | null; meetingId: string | null };

export function aboutOf({ thread, of }: NewsKind, { id, subjectId, meetingId }: Threaded): string {
  if (of === "event") return `${thread}:${id}`;
  return `${thread}:${(of === "meeting" ? meetingId : null) ?? subjectId ?? ""}`;
}
