import { type Outcome, refuse } from "@/lib/actor";
import { type Mark, type Marking, ofRow, presentInSessions } from "@/lib/attendance/marks";
import { isPresent } from "@/lib/attendance/rules";
import type { Db } from "@/lib/db";
import { by, type NewEvent, recordEvents } from "@/lib/events/record";
import type { Invitation } from "@/prisma/generated/client";

export function setMark(tx: Db, marking: Marking, mark: Mark): Promise<Outcome> {
  return setMarks(tx, marking, [mark]);
}

/** At most six statements, however many rows, since the meeting is held meanwhile. */
export async function setMarks(tx: Db, marking: Marking, marks: readonly Mark[]): Promise<Outcome> {
  const { actor, meeting, source, device } = marking;
  if (marks.length === 0) return { ok: true };
  const invitations = await tx.invitation.findMany({
    where: { meetingId: meeting.id, id: { in: marks.map((mark) => mark.invitationId) } },
  });
  const byId = new Map(invitations.map((invitation) => [invitation.id, invitation]));
  const pairs = marks.flatMap((mark) => {
    const invitation = byId.get(mark.invitationId);
    return invitation ? [{ mark, invitation, values: valuesOf(mark, invitation) }] : [];
  });
  if (pairs.length < marks.length) return refuse("Undangan ini sudah dibatalkan. Muat ulang halaman ini.");
  const away = pairs.filter(({ mark }) => !isPresent(mark.status)).map(({ invitation }) => invitation.id);
  const attended = await findInSession(tx, away);
  if (attended) return refuse(presentInSessions(attended));
  const now = new Date();
  const common = {
    source,
    deviceAt: device?.deviceAt ?? null,
    markedById: actor.userId,
    markedAt: now,
    confirmedById: actor.userId,
    confirmedAt: now,
  };
  // The first mark of two at once makes the row, whichever of its unique keys they meet at.
  const made = await tx.attendance.createManyAndReturn({
    data: pairs.map(({ invitation: { id }, values: { keepsArrival, ...values } }) => ({
      ...{ id, meetingId: meeting.id, invitationId: id },
      ...values,
      ...common,
    })),
    skipDuplicates: true,
    select: { invitationId: true },
  });
  const isMade = new Set(made.map((row) => row.invitationId));
  const again = pairs.filter(({ invitation }) => !isMade.has(invitation.id));
  const changed = await replaceMarks(
    tx,
    again.map(({ invitation, values }) => ({ invitationId: invitation.id, ...values, ...common })),
  );
  if (changed < again.length) return refuse("Catatan ini baru saja dihapus orang lain. Tandai sekali lagi.");
  await recordEvents(
    tx,
    by(actor),
    pairs.map(({ mark, invitation, values }): NewEvent => {
      const event = ofRow(marking, { ...invitation, name: invitation.holderName });
      const { name, title, institution } = values;
      const delegate = mark.status === "REPRESENTED" ? { name, title, institution } : null;
      return { ...event, action: "attendance.marked", data: { ...event.data, status: mark.status, delegate } };
    }),
  );
  return { ok: true };
}

async function findInSession(tx: Db, invitationIds: readonly string[]): Promise<string | null> {
  if (invitationIds.length === 0) return null;
  const row = await tx.attendance.findFirst({
    where: { invitationId: { in: [...invitationIds] }, presences: { some: { status: "PRESENT" } } },
    select: { name: true, title: true },
  });
  return row && (row.name ?? row.title);
}

function valuesOf(mark: Mark, invitation: Invitation) {
  const isRepresented = mark.status === "REPRESENTED";
  return {
    status: mark.status,
    name: isRepresented ? mark.delegateName : invitation.holderName,
    title: isRepresented ? (mark.delegateTitle ?? "") : invitation.title,
    institution: isRepresented ? (mark.delegateInstitution ?? invitation.institution) : invitation.institution,
    representedName: isRepresented ? invitation.holderName : null,
    representedTitle: isRepresented ? invitation.title : null,
    representedInstitution: isRepresented ? invitation.institution : null,
    arrivedAt: isPresent(mark.status) ? (mark.arrivedAt ?? null) : null,
    keepsArrival: isPresent(mark.status) && mark.arrivedAt === undefined,
    note: mark.note,
  };
}

type Replacement = ReturnType<typeof valuesOf> & { invitationId: string; source: string; deviceAt: Date | null };

/** @returns how many rows were there */
async function replaceMarks(tx: Db, rows: readonly Replacement[]): Promise<number> {
  if (rows.length === 0) return 0;
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    DELETE FROM "Document" d USING "Attendance" a, jsonb_to_recordset(${json}::jsonb)
      AS r("invitationId" uuid, status text, name text, title text)
    WHERE a."invitationId" = r."invitationId" AND d."attendanceId" = a.id
      AND (a.status::text, a.name, a.title) IS DISTINCT FROM (r.status, r.name, r.title)`;
  return tx.$executeRaw`
    UPDATE "Attendance" a SET
      "personId" = CASE WHEN (a.status::text, a.name, a.title) IS NOT DISTINCT FROM (r.status, r.name, r.title)
        THEN a."personId" END,
      status = r.status::"AttendanceStatus", name = r.name, title = r.title, institution = r.institution,
      "representedName" = r."representedName", "representedTitle" = r."representedTitle",
      "representedInstitution" = r."representedInstitution",
      "arrivedAt" = CASE WHEN r."keepsArrival" THEN a."arrivedAt" ELSE r."arrivedAt" END,
      note = r.note, source = r.source::"AttendanceSource", "deviceAt" = r."deviceAt", "markedById" = r."markedById",
      "markedAt" = r."markedAt", "confirmedById" = r."confirmedById", "confirmedAt" = r."confirmedAt",
      version = a.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS r("invitationId" uuid, status text, name text, title text,
      institution text, "representedName" text, "representedTitle" text, "representedInstitution" text,
      "arrivedAt" timestamptz, "keepsArrival" boolean, note text, source text, "deviceAt" timestamptz,
      "markedById" uuid, "markedAt" timestamptz, "confirmedById" uuid, "confirmedAt" timestamptz)
    WHERE a."invitationId" = r."invitationId"`;
}
