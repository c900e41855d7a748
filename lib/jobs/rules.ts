import type { Actor } from "@/lib/actor";
import { isJobKind, type JobKind } from "@/lib/jobs/kinds";

const jobKindNames: Record<JobKind, string> = {
  "backup.make": "Membuat cadangan",
  "certificates.make": "Membuat PDF sertifikat",
  "email.send": "Mengirim email",
  "evidence.make": "Mengumpulkan berkas akreditasi",
  "import.apply": "Menyimpan impor",
  "webhook.send": "Mengirim webhook",
  "whatsapp.send": "Mengirim lewat WhatsApp resmi",
};

export function jobKindName(kind: string): string {
  return isJobKind(kind) ? jobKindNames[kind] : kind;
}

export type JobState = "waiting" | "running" | "retrying" | "done" | "failed";

export const jobStateNames: Record<JobState, string> = {
  waiting: "Menunggu",
  running: "Sedang berjalan",
  retrying: "Akan dicoba lagi",
  done: "Selesai",
  failed: "Gagal",
};

export function canSeeJobs({ role }: Actor): boolean {
  return role === "PUSKESMAS_ADMIN" || role === "DINKES_ADMIN";
}

export function jobState(job: {
  startedAt: Date | null;
  finishedAt: Date | null;
  failedAt: Date | null;
  attempts: number;
}): JobState {
  if (job.finishedAt) return "done";
  if (job.failedAt) return "failed";
  if (job.startedAt) return "running";
  return job.attempts > 0 ? "retrying" : "waiting";
}
