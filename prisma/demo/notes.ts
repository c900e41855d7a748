import type { NoteSection } from "@/prisma/generated/enums";
import { noteRow } from "@/tests/factories/notes";
import { daysAfter, earlier } from "./calendar";
import { type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { type DemoSeat, seatAt } from "./offices";

export type NoteTold = {
  section: NoteSection;
  text: string;
  /** Who asked: the holder of a seat, and what was answered. */
  asker?: DemoSeat;
  answer?: string;
  village?: { code: string };
  /** Part of the activity of the row of the plan it became. */
  item?: string;
};

/** The minutes of a meeting, a line every three minutes from its twentieth on. */
export function takeNotes(rows: Rows, demo: DemoMeeting, notes: readonly NoteTold[]) {
  const { meeting, by, calendar } = demo;
  notes.forEach(({ section, text, asker, answer, village, item }, index) => {
    const at = earlier(daysAfter(meeting.startsAt, 0, 20 + index * 3), calendar.now);
    const became = rows.items.find((row) => row.meetingId === meeting.id && item && row.activity.includes(item));
    const seat = asker && seatAt(asker, meeting.startsAt);
    const note = noteRow({
      meetingId: meeting.id,
      section,
      position: index + 1,
      text,
      asker: seat ? (seat.holder?.name ?? seat.title) : null,
      institution: seat?.institution ?? null,
      answer: answer ?? null,
      villageCode: village?.code ?? null,
      actionItemId: became?.id ?? null,
      revision: index + 1,
      author: by.user.name,
      authorId: by.user.id,
      editor: by.user.name,
      createdAt: at,
      editedAt: at,
    });
    rows.notes.push(note);
    record(rows, demo, at, { action: "note.added", subjectId: note.id, data: { section } });
  });
  meeting.notesRevision = notes.length;
}
