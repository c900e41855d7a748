// What a meeting brings: problems, minutes, the plan and its follow-up.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { tickEvidence, untickEvidence } from "@/lib/evidence/writes";
import { reviewSchema } from "@/lib/follow-up/review-schema";
import { reviewCarriedItem, undoReview } from "@/lib/follow-up/review-writes";
import { tickExpectations } from "@/lib/meeting-types/expectations";
import { noteEditSchema, noteOperation, noteSchema } from "@/lib/minutes/schema";
import { syncNotes } from "@/lib/minutes/sync";
import { addNote, deleteNote, editNote, moveNote, restoreNote, writeNote } from "@/lib/minutes/writes";
import { addComment, answerComment, closeComment } from "@/lib/plan/comments";
import { nameOwnersOfDay } from "@/lib/plan/owners-of-day";
import { reassignItems, reassignSchema } from "@/lib/plan/reassign";
import { saveRow } from "@/lib/plan/save-row";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem, deleteActionItem, editActionItem } from "@/lib/plan/writes";
import { decideTie, removeScorer, saveScores } from "@/lib/problems/scoring";
import { addProblem, deleteProblem, editProblem } from "@/lib/problems/writes";
import { checkReport } from "@/lib/progress/checks";
import { progressSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import { proposeProblem } from "@/lib/pws/proposal-writes";
import { commentOnReport } from "@/lib/reviews/comments";
import { reviewSubmission } from "@/lib/reviews/writes";
import { undo } from "@/lib/undo/perform";
import { makeSubmission } from "@/tests/factories/submissions";
import type { MeetingWrite } from "./table";
import { village, year } from "./world";

const staff = "AHSC";
const prepared = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED", "CLOSED"] as const;
const notes = ["IN_PROGRESS", "CLOSED"] as const;
const running = ["IN_PROGRESS"] as const;
const always = [...prepared, "APPROVED", "CANCELLED"] as const;

/** A reviewer of another cluster of the same Dinkes is told that the puskesmas is none of his. */
const ofOtherCluster = Object.fromEntries(always.map((state) => [state, ".......++...-."]));

const reportId = randomUUID();
const commentId = randomUUID();
const commentOn = (itemId: string) =>
  db.comment.create({ data: { id: commentId, itemId, author: "x", text: "Kapan?" } });

const item = (id: string) =>
  actionItemSchema.parse({
    id,
    activity: "Kegiatan lain",
    responsibleInstitution: "Desa",
    deadline: "2030-01-01",
    priority: "MEDIUM",
  });

const undoId = randomUUID();

export const resultWrites: Record<string, MeetingWrite> = {
  "undo/perform undo": {
    prepare: async ({ meetingId }, { userId, organisation }) => {
      await db.undoStep.deleteMany({ where: { id: undoId } });
      const step = { id: undoId, kind: "roll", words: "catatan kehadiran" };
      await db.undoStep.create({ data: { ...step, userId, organisationId: organisation.id, meetingId } });
    },
    call: (_, actor) => undo(actor, undoId),
    may: staff,
    in: running,
  },
  "problems/writes addProblem": {
    call: ({ meetingId }, actor) => addProblem(actor, meetingId, { id: randomUUID(), statement: "Baru" }),
    may: staff,
    in: prepared,
  },
  "problems/writes editProblem": {
    call: ({ meetingId, problems: [{ id, version }] }, actor) =>
      editProblem(actor, meetingId, { id, statement: "Lain", version }),
    may: staff,
    in: prepared,
  },
  "problems/writes deleteProblem": {
    call: ({ meetingId, problems: [{ id }] }, actor) => deleteProblem(actor, meetingId, id),
    may: staff,
    in: prepared,
  },
  "problems/scoring saveScores": {
    call: ({ meetingId, problems: [{ id: problemId }] }, actor) =>
      saveScores(actor, meetingId, {
        ...{ person: "saya", id: randomUUID(), name: null, same: null },
        nilai: [{ problemId, urgency: 5, seriousness: 5, growth: 5 }],
      }),
    may: staff,
    in: prepared,
  },
  "problems/scoring removeScorer": {
    call: async ({ meetingId }, actor) =>
      removeScorer(actor, meetingId, (await db.scorer.findFirstOrThrow({ where: { meetingId } })).id),
    may: staff,
    in: prepared,
  },
  "problems/scoring decideTie": {
    call: ({ meetingId, problems: [first, second] }, actor) =>
      decideTie(actor, meetingId, { order: [first.id, second.id], move: `turun:${first.id}`, note: "Forum" }),
    may: staff,
    in: prepared,
  },
  "pws/proposal-writes proposeProblem": {
    call: ({ meetingId, shared }, actor) =>
      proposeProblem(actor, {
        ...{ id: randomUUID(), meetingId, indicatorId: shared.id, villages: [village] },
        ...{ year, month: 1, from: "indikator" },
      }),
    may: staff,
    in: prepared,
  },
  "meeting-types/expectations tickExpectations": {
    call: ({ meetingId }, actor) =>
      tickExpectations(actor, meetingId, {
        rows: [{ side: "INPUT", position: 1, text: "PWS", wasNote: null, isMet: true, wasMet: false, note: null }],
      }),
    may: staff,
    in: prepared,
  },
  "evidence/writes tickEvidence": {
    call: ({ meetingId }, actor) => tickEvidence(actor, meetingId, "surat-undangan", "Map"),
    may: staff,
    in: notes,
  },
  "evidence/writes untickEvidence": {
    call: ({ meetingId }, actor) => untickEvidence(actor, meetingId, "umpan-balik"),
    may: staff,
    in: notes,
  },
  "minutes/writes addNote": {
    call: ({ meetingId }, actor) =>
      addNote(actor, meetingId, noteSchema.parse({ id: randomUUID(), section: "OBSTACLES", text: "Baru" })),
    may: staff,
    in: notes,
  },
  "minutes/writes writeNote": {
    call: ({ meetingId, note }, actor) =>
      writeNote(
        actor,
        meetingId,
        noteOperation.parse({ kind: "write", id: note.id, base: note.version, text: "Lain" }),
      ),
    may: staff,
    in: notes,
  },
  "minutes/writes editNote": {
    call: ({ meetingId, note }, actor) =>
      editNote(actor, meetingId, note.id, noteEditSchema.parse({ text: "Lain", version: note.version })),
    may: staff,
    in: notes,
  },
  "minutes/writes moveNote": {
    call: ({ meetingId, note }, actor) => moveNote(actor, meetingId, note.id, { section: "OTHER" }),
    may: staff,
    in: notes,
  },
  "minutes/writes deleteNote": {
    call: ({ meetingId, note }, actor) => deleteNote(actor, meetingId, note.id, note.version),
    may: staff,
    in: notes,
  },
  "minutes/writes restoreNote": {
    call: ({ meetingId, note }, actor) => restoreNote(actor, meetingId, note.id),
    prepare: ({ note }) => db.note.update({ where: { id: note.id }, data: { deletedAt: new Date() } }),
    may: staff,
    in: notes,
  },
  "minutes/sync syncNotes": {
    call: ({ meetingId }, actor) =>
      syncNotes(actor, meetingId, [
        { kind: "write", id: randomUUID(), base: null, place: { section: "OBSTACLES" }, text: "Baru" },
      ]),
    may: staff,
    in: notes,
  },
  "follow-up/review-writes reviewCarriedItem": {
    call: ({ meetingId, carried }, actor) =>
      reviewCarriedItem(actor, meetingId, carried.id, reviewSchema.parse({ id: randomUUID(), outcome: "DONE" })),
    may: staff,
    in: notes,
    // The row is of a meeting the co-organiser had no part in.
    except: { IN_PROGRESS: "+++........", CLOSED: "+++........" },
  },
  "follow-up/review-writes undoReview": {
    call: ({ meetingId, reviewed, review }, actor) => undoReview(actor, meetingId, reviewed.id, review.id),
    may: staff,
    in: notes,
    // The row is of a meeting the co-organiser had no part in.
    except: { IN_PROGRESS: "+++........", CLOSED: "+++........" },
  },
  "plan/save-row saveRow": {
    call: ({ meetingId }, actor) =>
      saveRow(actor, meetingId, { ...item(randomUUID()), version: null, as: actor.userId }),
    may: staff,
    in: running,
  },
  "plan/owners-of-day nameOwnersOfDay": {
    call: ({ meetingId }, actor) => nameOwnersOfDay(actor, meetingId),
    prepare: async ({ meetingId, item, seats }, actor) => {
      const startsAt = new Date(Date.now() - 30 * 86_400_000);
      await db.meeting.update({ where: { id: meetingId }, data: { startsAt } });
      const seatId = seats.get(actor.organisation.id);
      const holder = seatId ? await db.seatHolder.findFirst({ where: { seatId } }) : null;
      if (!holder || !seatId) return;
      await db.seatHolder.update({ where: { id: holder.id }, data: { since: new Date() } });
      const owner = { responsibleSeatId: seatId, responsibleName: holder.name };
      await db.actionItem.update({ where: { id: item.id }, data: owner });
    },
    may: staff,
    in: ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED", "CLOSED", "CANCELLED"],
  },
  "plan/writes addActionItem": {
    call: ({ meetingId }, actor) => addActionItem(actor, meetingId, item(randomUUID())),
    may: staff,
    in: running,
  },
  "plan/writes editActionItem": {
    call: ({ meetingId, item: { id, version } }, actor) => editActionItem(actor, meetingId, { ...item(id), version }),
    may: staff,
    in: running,
  },
  "plan/writes deleteActionItem": {
    call: ({ meetingId, item: { id } }, actor) => deleteActionItem(actor, meetingId, id),
    may: staff,
    in: running,
  },
  "plan/comments addComment": {
    call: ({ meetingId, item: { id } }, actor) => addComment(actor, meetingId, id, { id: randomUUID(), text: "Baik" }),
    may: "AHSCDVPM",
    in: always,
    // A Dinkes sees no draft.
    except: { DRAFT: "+++.+......" },
  },
  "plan/comments answerComment": {
    call: ({ meetingId }, actor) => answerComment(actor, meetingId, commentId, { id: randomUUID(), text: "Sudah" }),
    prepare: ({ item }) => commentOn(item.id),
    may: "AHSCDVPM",
    in: always,
    except: { DRAFT: "+++.+......" },
  },
  "plan/comments closeComment": {
    call: ({ meetingId }, actor) => closeComment(actor, meetingId, commentId),
    prepare: ({ item }) => commentOn(item.id),
    may: "AHSCDVPM",
    in: always,
    except: { DRAFT: "+++.+......" },
  },
  "reviews/comments commentOnReport": {
    call: ({ item: { id } }, actor) => commentOnReport(actor, reportId, id, { id: randomUUID(), text: "Siapa?" }),
    prepare: ({ meetingId, dinkes }) => makeSubmission({ id: meetingId, dinkesId: dinkes.id }, { id: reportId }),
    may: "DV",
    in: always,
    except: ofOtherCluster,
  },
  "reviews/writes reviewSubmission": {
    call: (_, actor) => reviewSubmission(actor, reportId, { id: randomUUID(), decision: "RETURNED", text: "Kurang" }),
    prepare: ({ meetingId, dinkes }) => makeSubmission({ id: meetingId, dinkesId: dinkes.id }, { id: reportId }),
    may: "DV",
    in: always,
    except: ofOtherCluster,
  },
  "plan/reassign reassignItems": {
    call: ({ item: { id } }, actor) =>
      reassignItems(actor, reassignSchema.parse({ rtl: [id], responsibleInstitution: "Kecamatan", reason: "Pindah" })),
    may: staff,
    in: always,
  },
  "progress/writes reportProgress": {
    call: ({ meetingId, item: { id } }, actor) =>
      reportProgress(
        actor,
        meetingId,
        id,
        progressSchema.parse({ id: randomUUID(), status: "IN_PROGRESS", percent: "50" }),
      ),
    may: staff,
    in: always,
  },
  "progress/checks checkReport": {
    call: ({ meetingId, owned, report }, actor) =>
      checkReport(actor, meetingId, owned.id, { id: randomUUID(), reportId: report.id, verdict: "terima", note: null }),
    may: staff,
    in: always,
  },
};
