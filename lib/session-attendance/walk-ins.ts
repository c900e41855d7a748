import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { keepingRoll } from "@/lib/attendance/marks";
import { isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting } from "@/lib/meetings/hold";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import type { Profession } from "@/prisma/generated/client";

/** After everybody who was invited to learn (500), so that the numbers of a printed list stay. */
const afterInvited = 1000;

/** Who came without an invitation gets one, with a link of his own, and learns from now on; his marks stay his. */
export async function makeParticipant(
  actor: Actor,
  meetingId: string,
  { attendanceId, profession }: { attendanceId: string; profession: Profession },
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, keepingRoll);
    if (isRefusal(meeting)) return meeting;
    const training = await tx.training.findUnique({ where: { meetingId }, select: { meetingId: true } });
    if (!training) return refuse("Kegiatan ini bukan pelatihan");
    const guest = isId(attendanceId)
      ? await tx.attendance.findFirst({ where: { id: attendanceId, meetingId }, include: { invitation: true } })
      : null;
    if (!guest) return refuse("Tamu ini sudah dihapus orang lain. Muat ulang halaman ini.");
    if (guest.invitation) return { ok: true };
    const { id, name, title, institution } = guest;
    const token = newToken();
    // The row of an invitee has the id of his invitation.
    await tx.invitation.create({
      data: {
        ...{ id, meetingId, title, institution, holderName: name, sector: "HEALTH", protocolOrder: afterInvited },
        ...{ tokenHash: hashToken(token), tokenSealed: sealToken(token) },
      },
    });
    await tx.attendance.update({ where: { id }, data: { invitationId: id, version: { increment: 1 } } });
    await tx.trainingParticipant.create({ data: { invitationId: id, meetingId, profession } });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "session-attendance.participant-added",
      subjectId: id,
      data: { name: name ?? "", title, institution },
    });
    return { ok: true };
  });
}
