import { type Actor, isDinkes, isPuskesmasWriter } from "@/lib/actor";
import { findBackupTask } from "@/lib/backups/reads";
import { listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { listAskedMeetings } from "@/lib/meetings/asked";
import { listMeetingTasks } from "@/lib/meetings/overview";
import { dueWords } from "@/lib/plan/rules";
import { findQueue } from "@/lib/reviews/reads";
import { shortened } from "@/lib/shortened";
import { dayOf, formatDistance } from "@/lib/time";
import { listApplicationTasks } from "@/lib/training-evaluations/tasks";

/** What waits for somebody now: asked of the data each time, so that it is gone when it is done. */
export type Waiting = { title: string; reason: string; href: string; isLate: boolean };

const itemsAtMost = 10;

export async function listWaiting(actor: Actor, now: Date): Promise<Waiting[]> {
  const canWrite = isPuskesmasWriter(actor);
  const today = dayOf(now, actor.organisation.timeZone);
  const [asked, tasks, followUp, applications, items, queue, backup] = await Promise.all([
    canWrite ? listAskedMeetings(actor) : [],
    canWrite ? listMeetingTasks(actor, now) : [],
    listFollowUpTasks(actor, now),
    listApplicationTasks(actor, now),
    listItemsNeedingAttention(actor, now, itemsAtMost),
    isDinkes(actor) ? findQueue(actor, now) : null,
    findBackupTask(actor, now),
  ]);
  return [
    ...(backup ? [{ title: "Periksa cadangan", reason: backup, href: "/pengaturan/pemasangan", isLate: true }] : []),
    ...asked.map(({ id, title, host }) => ({
      title: `Jawab ajakan: ${title}`,
      reason: `diajak ${host.name} menyelenggarakan bersama`,
      href: `/kegiatan/${id}`,
      isLate: false,
    })),
    ...reviews(queue),
    ...tasks.map(({ verb, title, day, reason, meetingId, room, isLate }) => ({
      title: `${verb}: ${title}`,
      reason: `${formatDistance(today, day)}, ${reason}`,
      href: `/kegiatan/${meetingId}${room}`,
      isLate,
    })),
    ...[...followUp, ...applications].map(({ title, reason, day, href, isLate = false }) => ({
      title,
      reason: day ? `${formatDistance(today, day)}, ${reason}` : reason,
      href,
      isLate,
    })),
    ...items.map((item) => ({
      title: `${item.reason === "comment" ? "Komentar" : "RTL terlambat"}: ${item.activity}`,
      reason: [
        item.reason === "comment" ? `${item.author}: ${shortened(item.text, 140)}` : dueWords(item, today),
        ...(isDinkes(actor) ? [item.puskesmas.join(", ")] : []),
      ].join(" · "),
      href: `/kegiatan/${item.meetingId}/rtl/${item.id}`,
      isLate: item.reason === "overdue",
    })),
  ];
}

function reviews(queue: Awaited<ReturnType<typeof findQueue>> | null): Waiting[] {
  if (!queue || queue.count === 0) return [];
  const reason = queue.oldestDays ? `tertua ${queue.oldestDays} hari` : "masuk hari ini";
  return [{ title: `Tinjau laporan (${queue.count})`, reason, href: "/tinjauan", isLate: false }];
}
