import type { Outcome } from "@/lib/actor";
import { fillMessage } from "@/lib/messages/compose";
import { type Due, dueWords } from "@/lib/plan/rules";
import { shortened } from "@/lib/shortened";
import { formatDayLong } from "@/lib/time";

export type FollowUpFacts = {
  puskesmas: string;
  /** The owner, with "Plt." before the title where it is one. */
  owner: { name: string | null; title: string | null; institution: string };
  open: number;
  overdue: number;
  urgent: Due & { activity: string };
  today: string;
  link: string;
};

export function composeFollowUp(template: string, facts: FollowUpFacts): Outcome<{ text: string }> {
  const { owner, open, overdue, urgent, today } = facts;
  const who = [owner.name, owner.title].filter(Boolean).join(", ");
  return fillMessage(template, {
    sapaan: `Yth. ${owner.name ? who : [owner.title, owner.institution].filter(Boolean).join(", ")}`,
    nama: owner.name ?? "",
    jabatan: owner.title ?? "",
    instansi: owner.institution,
    penyelenggara: facts.puskesmas,
    jumlah: `${open} belum selesai${overdue > 0 ? `, ${overdue === open ? "semuanya" : `${overdue} di antaranya`} terlambat` : ""}`,
    mendesak: `${shortened(urgent.activity, 120)}, batas waktu ${formatDayLong(urgent.deadline)} (${dueWords(urgent, today)})`,
    tautan: facts.link,
  });
}
