import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { isOfHostDinkes, notesStatuses } from "@/lib/meetings/rules";
import { holdProgramme, programmeChanged } from "@/lib/programmes/hold";
import { answerWords } from "@/lib/programmes/rules";
import type { AnswersInput, ChecklistInput } from "@/lib/programmes/schema";
import { refuseClosed } from "@/lib/programmes/writes";
import { transact } from "@/lib/transact";

/** The programme's own list. Visits that have not begun get it anew; what a visit has answered stays as it was asked. */
export async function saveChecklist(actor: Actor, programmeId: string, input: ChecklistInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const programme = await holdProgramme(tx, actor, programmeId, "set the checklist of");
    const closed = refuseClosed(programme);
    if (closed) return closed;
    if (programme.version !== input.version) return refuse(programmeChanged);
    const questions = input.rows.map((row, index) => ({ ...row, position: index + 1 }));
    await tx.programmeQuestion.deleteMany({ where: { programmeId } });
    await tx.programmeQuestion.createMany({ data: questions.map((row) => ({ ...row, programmeId })) });
    await tx.programme.update({ where: { id: programmeId }, data: { version: { increment: 1 } } });
    const waiting = await tx.programmeVisit.findMany({
      where: { programmeId, meeting: { status: { in: ["DRAFT", "SCHEDULED", "POSTPONED"] } } },
      select: { meetingId: true },
    });
    const meetingIds = waiting.map(({ meetingId }) => meetingId);
    await tx.visitQuestion.deleteMany({ where: { meetingId: { in: meetingIds } } });
    await tx.visitQuestion.createMany({ data: meetingIds.flatMap((meetingId) => copiesFor(meetingId, questions)) });
    await recordEvent(tx, by(actor), {
      action: "programme.checklist-changed",
      subjectId: programmeId,
      organisationId: programme.organisationId,
      data: { name: programme.name, items: questions.length },
    });
    return { ok: true };
  });
}

type Question = {
  position: number;
  section: string | null;
  text: string;
  form: "YES_NO" | "SCORE";
  maxScore: number | null;
};

export function copiesFor(meetingId: string, questions: readonly Question[]) {
  return questions.map(({ position, section, text, form, maxScore }) => ({
    ...{ id: randomUUID(), meetingId, position, section, text, form, maxScore },
  }));
}

export function listQuestions(tx: Db, programmeId: string): Promise<Question[]> {
  return tx.programmeQuestion.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
}

const answering: MeetingChange = {
  name: "fill in the checklist of",
  isAllowed: isOfHostDinkes,
  statuses: notesStatuses,
  refusal: "Daftar periksa diisi sejak kunjungan berlangsung. Mulai kunjungan ini dulu di Ringkasan.",
};

/** Of two who fill in at once, each keeps his items; the same item changed by both is refused to the later one. */
export async function answerChecklist(actor: Actor, meetingId: string, input: AnswersInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, answering);
    if (isRefusal(meeting)) return meeting;
    const stored = await tx.visitQuestion.findMany({ where: { meetingId }, take: 100 });
    const told: { item: string; before: string; after: string }[] = [];
    for (const { index, ...row } of input.rows) {
      const before = stored.find(({ id }) => id === row.id);
      if (!before) return refuse("Daftar periksa ini baru saja diganti. Muat ulang halaman ini.");
      const after = {
        answer: before.form === "YES_NO" ? row.answer : null,
        score: before.form === "SCORE" ? row.score : null,
        note: row.note,
      };
      const isSame = before.answer === after.answer && before.score === after.score && before.note === after.note;
      if (isSame) continue;
      if (before.version !== row.version)
        return refuse(
          `Butir ${before.position} baru saja diubah orang lain. Muat ulang halaman untuk melihatnya; isian Anda masih ada di bawah ini.`,
          `rows.${index}.note`,
        );
      if (after.score !== null && after.score > (before.maxScore ?? 0))
        return refuse(`Nilai butir ${before.position} paling tinggi ${before.maxScore}`, `rows.${index}.score`);
      await tx.visitQuestion.update({
        where: { id: row.id },
        data: { ...after, version: { increment: 1 }, answeredBy: actor.name, answeredAt: new Date() },
      });
      told.push({ item: before.text, before: answerWords(before), after: answerWords({ ...before, ...after }) });
    }
    if (told.length > 0)
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "visit.checklist-filled",
        subjectId: meetingId,
        data: { title: meeting.title, items: told },
      });
    return { ok: true };
  });
}
