import { type Actor, isRefusal, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { editableStatuses, statusNames } from "@/lib/meetings/rules";
import { ensureTraining } from "@/lib/trainings/follow-meeting";
import type { Training } from "@/prisma/generated/client";

const editing = (name: string): MeetingChange => ({
  name,
  statuses: editableStatuses,
  refusal: ({ status }) => `Pelatihan ini sudah ${statusNames[status].toLowerCase()}, tidak dapat diubah lagi`,
});

/** Holds a training to change its programme or its participants. @param name what is done, for the log */
export async function holdTraining(
  tx: Db,
  actor: Actor,
  meetingId: string,
  name: string,
): Promise<{ ok: true; meeting: HeldMeeting; training: Training } | Refusal> {
  const meeting = await holdMeeting(tx, actor, meetingId, editing(name));
  if (isRefusal(meeting)) return meeting;
  if (meeting.kind !== "KALAKARYA") return refuse("Kegiatan ini bukan pelatihan. Muat ulang halaman ini.");
  await ensureTraining(tx, meetingId);
  const training = await tx.training.findUniqueOrThrow({ where: { meetingId } });
  return { ok: true, meeting, training };
}

export const trainingChanged = refuse(
  "Pelatihan ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
);
