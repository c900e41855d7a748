import type { Actor } from "@/lib/actor";
import { listApprovalTasks } from "@/lib/approvals/tasks";
import { db } from "@/lib/db";
import { countMeetings, type MeetingCounts } from "@/lib/meetings/counts";
import { visibleTo } from "@/lib/meetings/reads";
import type { MeetingTask } from "@/lib/meetings/task";
import { dayOf, daysBetween } from "@/lib/time";
import type { MeetingStatus, Prisma } from "@/prisma/generated/client";

type Pending = {
  id: string;
  title: string;
  status: MeetingStatus;
  startsAt: Date;
  timeZone: string;
  counts: MeetingCounts;
};

const prepareDays = 31;
const mostTasks = 30;

/**
 * What the meetings that the actor's puskesmas called ask for now: first those of the coming month and those that run, by day,
 * then what closed ones wait for.
 */
export async function listMeetingTasks(actor: Actor, now: Date): Promise<MeetingTask[]> {
  const horizon = new Date(now.getTime() + prepareDays * 86_400_000);
  const open: Prisma.MeetingWhereInput = {
    OR: [
      { status: { in: ["IN_PROGRESS", "POSTPONED"] } },
      { status: { in: ["DRAFT", "SCHEDULED"] }, startsAt: { lt: horizon } },
    ],
  };
  // The latest of them, so that drafts forgotten long ago do not push out what runs today.
  const latest = await db.meeting.findMany({
    where: { AND: [visibleTo(actor), open, { kind: { not: "COACHING_VISIT" } }] },
    orderBy: { startsAt: "desc" },
    take: mostTasks,
    select: { id: true, title: true, status: true, startsAt: true, timeZone: true },
  });
  const rows = latest.toReversed();
  const [counts, closed] = await Promise.all([countMeetings(rows.map((row) => row.id)), listApprovalTasks(actor, now)]);
  return [...rows.flatMap((row) => taskOf({ ...row, counts: counts.get(row.id) }, now) ?? []), ...closed];
}

function taskOf(
  meeting: Omit<Pending, "counts"> & { counts: MeetingCounts | undefined },
  now: Date,
): MeetingTask | null {
  const { counts, timeZone } = meeting;
  if (!counts) return null;
  const day = dayOf(meeting.startsAt, timeZone);
  const daysLeft = daysBetween(dayOf(now, timeZone), day);
  const task = (verb: string, room: string, reason: string, isLate = false): MeetingTask => ({
    meetingId: meeting.id,
    title: meeting.title,
    room,
    verb,
    reason,
    day,
    isLate,
  });
  if (meeting.status === "POSTPONED") return task("Tetapkan waktu baru", "/ubah", "kegiatan ditunda");
  if (meeting.status === "IN_PROGRESS") {
    if (counts.present === 0) return task("Catat kehadiran", "/kehadiran", "kegiatan sedang berlangsung");
    if (counts.actionItems === 0) return task("Tulis RTL", "/rtl", "belum ada yang disepakati");
    return daysLeft < 0 ? task("Tutup kegiatan", "", "hasilnya sudah dapat dikunci", true) : null;
  }
  if (daysLeft < 0)
    return task(
      meeting.status === "DRAFT" ? "Ubah atau batalkan" : "Mulai atau tunda",
      "",
      "tanggalnya sudah lewat",
      true,
    );
  if (meeting.status === "DRAFT") return task("Jadwalkan", "", "masih draf");
  if (counts.invited === 0) return task("Pilih undangan", "/undangan/tambah", "belum ada yang diundang");
  const waiting = counts.invited - counts.handedOut;
  if (waiting > 0 && daysLeft <= 21)
    return task("Kirim undangan", "/kirim", `${waiting} dari ${counts.invited} belum dikirim`, daysLeft < 3);
  const silent = counts.invited - counts.hadir - counts.diwakili - counts.tidakHadir;
  if (silent > 0 && daysLeft <= 3)
    return task("Ingatkan yang diam", "/kirim?daftar=pengingat", `${silent} belum menjawab`);
  return daysLeft === 0 ? task("Mulai kegiatan", "", "hari ini") : null;
}
