import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { listIndicators } from "@/lib/indicators/reads";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { preparedStatuses } from "@/lib/meetings/rules";
import { listVillageChoices } from "@/lib/plan/reads";
import { ownsProblems } from "@/lib/problems/rules";
import { type CauseInput, causeGroups, type ProblemInput } from "@/lib/problems/schema";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export const problemsLocked =
  "Masalah kegiatan ini terkunci: notulennya sudah disahkan atau kegiatannya dibatalkan. Buka kembali pengesahannya dulu.";

export const changingProblems: MeetingChange = {
  name: "change the problems of",
  isAllowed: ownsProblems,
  statuses: preparedStatuses,
  refusal: problemsLocked,
  whenApproved: problemsLocked,
};

type Row = {
  values: { statement: string; indicatorId: string | null; evidence: string | null };
  villageCodes: string[];
  causes: CauseInput[];
};

/** @param keptIndicatorId the indicator the problem rests on already: it may be archived by now */
async function checkedRow(
  actor: Actor,
  meetingId: string,
  input: ProblemInput,
  keptIndicatorId: string | null,
): Promise<{ ok: true; row: Row } | Refusal> {
  const indicatorId = input.indicatorId ?? null;
  if (indicatorId && indicatorId !== keptIndicatorId) {
    const usable = await listIndicators(actor, actor.organisation.id);
    if (!usable.some((indicator) => indicator.id === indicatorId))
      return refuse("Pilih indikator dari daftar", "indicatorId");
  }
  const villageCodes = [...new Set(input.villages)].sort();
  if (villageCodes.length > 0) {
    const known = new Set((await listVillageChoices(actor, meetingId)).map((village) => village.code));
    if (villageCodes.some((code) => !known.has(code)))
      return refuse("Pilih desa dari wilayah kerja penyelenggara", "villages");
  }
  const values = { statement: input.statement, indicatorId, evidence: input.evidence ?? null };
  const causes = causeGroups.flatMap((group) => (input.causes ?? []).filter((cause) => cause.group === group));
  return { ok: true, row: { values, villageCodes, causes } };
}

type Stored = Awaited<ReturnType<typeof findStored>>;

function findStored(tx: Db, id: string) {
  return tx.problem.findUnique({
    where: { id },
    include: {
      villages: { select: { villageCode: true } },
      causes: { orderBy: [{ group: "asc" }, { position: "asc" }], select: { group: true, text: true } },
      _count: { select: { actionItems: true, scores: true } },
    },
  });
}

function dataOf({ values: { statement, evidence }, villageCodes, causes }: Row) {
  return { statement, evidence, villages: villageCodes, causes: causes.map(({ group, text }) => ({ group, text })) };
}

function rowOf(stored: NonNullable<Stored>): Row {
  const { statement, indicatorId, evidence, villages, causes } = stored;
  return {
    values: { statement, indicatorId, evidence },
    villageCodes: villages.map((village) => village.villageCode).sort(),
    causes,
  };
}

function saysTheSame(stored: NonNullable<Stored>, row: Row): boolean {
  return JSON.stringify(rowOf(stored)) === JSON.stringify(row);
}

function partsOf({ villageCodes, causes }: Row) {
  return {
    villages: { create: villageCodes.map((villageCode) => ({ villageCode })) },
    causes: { create: causes.map((cause, position) => ({ id: randomUUID(), ...cause, position })) },
  };
}

/**
 * Its number is given under the meeting's lock; its id was made when the form was shown, so the same form sent twice
 * makes one.
 */
export async function addProblem(
  actor: Actor,
  meetingId: string,
  input: ProblemInput,
): Promise<Outcome<{ number: number }>> {
  await requireWritable(actor, meetingId, changingProblems.name);
  if (!isId(input.id)) return refuse("Muat ulang halaman ini, lalu coba lagi");
  const checked = await checkedRow(actor, meetingId, input, null);
  if (!checked.ok) return checked;
  const { row } = checked;
  return transact<Outcome<{ number: number }>>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
      if (isRefusal(meeting)) return meeting;
      const already = await findStored(tx, input.id);
      if (already?.meetingId === meetingId) {
        if (saysTheSame(already, row)) return { ok: true, number: already.number };
        return refuse(
          `Isian ini sudah tersimpan sebagai masalah ${already.number}. Buka masalah itu untuk mengubahnya, atau buka "Tambah masalah" lagi untuk yang baru.`,
        );
      }
      const { _max } = await tx.problem.aggregate({ where: { meetingId }, _max: { number: true } });
      const number = (_max.number ?? 0) + 1;
      await tx.problem.create({
        data: {
          id: input.id,
          meetingId,
          puskesmasId: actor.organisation.id,
          number,
          ...row.values,
          createdById: actor.userId,
          ...partsOf(row),
        },
      });
      const { statement, evidence } = row.values;
      const event = { subjectId: input.id, data: { number, statement, evidence } };
      await recordMeetingEvent(tx, by(actor), meeting, { action: "problem.added", ...event });
      return { ok: true, number };
    },
    // An id that is another meeting's problem: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

export async function editProblem(
  actor: Actor,
  meetingId: string,
  input: ProblemInput & { version: number },
): Promise<Outcome> {
  await requireWritable(actor, meetingId, changingProblems.name);
  const seen = isId(input.id)
    ? await db.problem.findFirst({ where: { id: input.id, meetingId }, select: { indicatorId: true } })
    : null;
  const checked = await checkedRow(actor, meetingId, input, seen?.indicatorId ?? null);
  if (!checked.ok) return checked;
  const { row } = checked;
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
    if (isRefusal(meeting)) return meeting;
    const stored = await findStored(tx, input.id);
    if (stored?.meetingId !== meetingId)
      return refuse("Masalah ini baru saja dihapus. Salin isian Anda, lalu tambah sebagai masalah baru.");
    if (saysTheSame(stored, row)) return { ok: true };
    if (stored.version !== input.version)
      return refuse(
        "Masalah ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
      );
    await tx.problemVillage.deleteMany({ where: { problemId: stored.id } });
    await tx.problemCause.deleteMany({ where: { problemId: stored.id } });
    await tx.problem.update({
      where: { id: stored.id },
      data: { ...row.values, version: { increment: 1 }, ...partsOf(row) },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "problem.changed",
      subjectId: stored.id,
      data: { number: stored.number, before: dataOf(rowOf(stored)), after: dataOf(row) },
    });
    return { ok: true };
  });
}

export async function deleteProblem(actor: Actor, meetingId: string, id: string, undoId?: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
    if (isRefusal(meeting)) return meeting;
    const stored = isId(id) ? await findStored(tx, id) : null;
    if (stored?.meetingId !== meetingId) return { ok: true };
    if (stored._count.actionItems > 0)
      return refuse(
        `Masalah ${stored.number} sudah dijawab ${stored._count.actionItems} RTL. Hapus atau ubah RTL itu lebih dulu.`,
      );
    const { number, statement } = stored;
    const ofProblem = Prisma.sql`t."problemId" = ${id}::uuid`;
    const rows: Watched[] = [
      { table: "Problem", where: Prisma.sql`t.id = ${id}::uuid` },
      { table: "ProblemVillage", where: ofProblem },
      { table: "ProblemCause", where: ofProblem },
      { table: "ProblemScore", where: ofProblem },
    ];
    const step = { id: undoId, kind: "problem", words: `masalah ${number} dihapus` } as const;
    await keepForUndo(tx, { actor, meeting, step }, rows, () => tx.problem.delete({ where: { id } }));
    const event = { subjectId: id, data: { number, statement } };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "problem.deleted", ...event });
    return { ok: true };
  });
}
