import { type Actor, isRefusal, type Outcome } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { AlbumInput, AlbumPhoto } from "@/lib/documents/schema";
import { changingFiles } from "@/lib/documents/writes";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting } from "@/lib/meetings/hold";
import { dateToDay, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

/** What somebody else wrote since the form was opened, and what stays until it was seen. */
export type OtherWords = { id: string; field: "caption" | "takenOn"; words: string | null };

/**
 * Says what photos of a meeting show and when they were taken, and puts them in order. A field that two people changed
 * keeps the first one's words and says so; a photo that was added meanwhile comes last.
 */
export async function saveAlbum(
  actor: Actor,
  meetingId: string,
  input: AlbumInput,
): Promise<Outcome<{ others: OtherWords[] }>> {
  return transact<Outcome<{ others: OtherWords[] }>>(async (tx) => {
    const change = changingFiles("staff", "MEETING_PHOTO", "caption photos of");
    const meeting = await holdMeeting(tx, actor, meetingId, change);
    if (isRefusal(meeting)) return meeting;
    const kept = await listKept(tx, meetingId);
    const others: OtherWords[] = [];
    const author = by(actor);
    for (const sent of input.photos) {
      const photo = kept.find(({ id }) => id === sent.id);
      if (!photo) continue;
      const changed = changesOf(photo, sent, others);
      if (!changed) continue;
      const { caption, takenOn } = changed;
      await tx.document.update({
        where: { id: photo.id },
        data: { caption, takenOn: takenOn && dayToDate(takenOn) },
      });
      const { name } = photo;
      if (caption !== photo.caption)
        await recordMeetingEvent(tx, author, meeting, {
          action: "document.captioned",
          subjectId: photo.id,
          data: { name, before: photo.caption, after: caption },
        });
      if (takenOn !== photo.takenOn)
        await recordMeetingEvent(tx, author, meeting, {
          action: "document.dated",
          subjectId: photo.id,
          data: { name, before: photo.takenOn, after: takenOn },
        });
    }
    const before = kept.map(({ id }) => id);
    const after = input.order ? orderOf(before, input.order) : before;
    if (after.join() !== before.join()) {
      await putInOrder(tx, after);
      await recordMeetingEvent(tx, author, meeting, {
        action: "document.ordered",
        subjectId: meetingId,
        data: { count: after.length },
      });
    }
    return { ok: true, others };
  });
}

type Kept = { id: string; name: string; caption: string | null; takenOn: string | null };

async function listKept(tx: Db, meetingId: string): Promise<Kept[]> {
  const photos = await tx.document.findMany({
    where: { meetingId, kind: "MEETING_PHOTO" },
    orderBy: { position: "asc" },
    select: { id: true, name: true, caption: true, takenOn: true },
  });
  return photos.map(({ takenOn, ...photo }) => ({ ...photo, takenOn: takenOn && dateToDay(takenOn) }));
}

/** @param others gets what somebody else wrote meanwhile */
function changesOf(photo: Kept, { id, typed, seen }: AlbumPhoto, others: OtherWords[]) {
  const settled = { caption: photo.caption, takenOn: photo.takenOn };
  for (const field of ["caption", "takenOn"] as const) {
    if (typed[field] === seen[field] || typed[field] === photo[field]) continue;
    if (photo[field] === seen[field]) settled[field] = typed[field];
    else others.push({ id, field, words: photo[field] });
  }
  return settled.caption === photo.caption && settled.takenOn === photo.takenOn ? null : settled;
}

function orderOf(before: readonly string[], wanted: readonly string[]): string[] {
  const known = [...new Set(wanted)].filter((id) => before.includes(id));
  return [...known, ...before.filter((id) => !known.includes(id))];
}

async function putInOrder(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Document" d SET "position" = o.place
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, place) WHERE d.id = o.id`;
}
