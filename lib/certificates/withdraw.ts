import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { findCertificate } from "@/lib/certificates/reads";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { transact } from "@/lib/transact";

const withdrawing: MeetingChange = { name: "withdraw a certificate of", whenApproved: null };

/**
 * Takes a certificate out of force: its number stays used, its code says so to anybody who checks it, and the participant
 * may get another.
 * @throws NotAllowed
 */
export async function withdrawCertificate(actor: Actor, id: string, reason: string): Promise<Outcome> {
  const found = await findCertificate(actor, id);
  if (!found) throw new NotAllowed(actor, `withdraw certificate ${id}`);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, found.meetingId, withdrawing);
    if (isRefusal(meeting)) return meeting;
    const { count } = await tx.certificate.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: new Date(), withdrawReason: reason, withdrawer: actor.name },
    });
    if (count === 0) return refuse("Sertifikat ini sudah ditarik. Muat ulang halaman ini.");
    const data = { number: found.number, name: found.name, reason };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "certificate.withdrawn", subjectId: id, data });
    return { ok: true };
  });
}
