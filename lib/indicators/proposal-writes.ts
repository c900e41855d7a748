// From what is behind to a problem of a meeting.
import { createHash } from "node:crypto";
import { type Actor, isPuskesmasWriter, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { evidenceOf, saidAnew, statementOf } from "@/lib/indicators/proposal-words";
import { listProposed, type ProposalInput } from "@/lib/indicators/proposals";
import { findPws, type PwsColumn, type Village } from "@/lib/indicators/pws";
import { problemSubject } from "@/lib/problems/rules";
import { addProblem, lockProblems, writableMeeting } from "@/lib/problems/writes";

type Proposed = Outcome<{ number: number; isNew: boolean }>;

/**
 * Adds a problem that rests on an indicator, with the figures as they are now. A meeting has one for each indicator:
 * where it is there already, the desa it lacks are added to it. Two who propose at once meet in the same id.
 */
export async function proposeProblem(
  actor: Actor,
  { meetingId, indicatorId, villages, ...input }: ProposalInput,
): Promise<Proposed> {
  if (!isPuskesmasWriter(actor)) throw new NotAllowed(actor, `propose a problem to meeting ${meetingId}`);
  const moment = { year: input.year, month: input.month };
  const pws = await findPws(actor, { puskesmasId: actor.organisation.id, indicatorId, ...moment, span: 1 });
  if (!pws) return refuse("Indikator ini tidak dipakai puskesmas Anda. Muat ulang halaman, lalu pilih lagi.");
  if (villages.some((code) => !pws.villages.some((village) => village.code === code)))
    return refuse("Pilih desa dari wilayah kerja puskesmas Anda", "villages");
  const isKnown = async () => (await listProposed(actor, [meetingId], indicatorId)).length > 0;
  if (await isKnown()) return addVillages(actor, meetingId, { ...pws, ...moment }, villages);
  const outcome = await addProblem(actor, meetingId, {
    id: await freeId(actor, meetingId, indicatorId, input.id),
    statement: statementOf(pws, pws.villages, villages),
    indicatorId,
    villages,
    evidence: evidenceOf(pws, pws.villages, villages, moment),
  });
  if (outcome.ok) return { ...outcome, isNew: true };
  return (await isKnown()) ? addVillages(actor, meetingId, { ...pws, ...moment }, villages) : outcome;
}

type Figures = PwsColumn & { villages: readonly Village[]; year: number; month: number };

/** Adds the desa that no problem of the indicator names yet to the first of them, and says its figures anew. */
async function addVillages(
  actor: Actor,
  meetingId: string,
  pws: Figures,
  villages: readonly string[],
): Promise<Proposed> {
  const meeting = await writableMeeting(actor, meetingId, "add desa to a problem");
  return db.$transaction(async (tx): Promise<Proposed> => {
    const locked = await lockProblems(tx, meetingId);
    const rows = await tx.problem.findMany({
      where: { meetingId, indicatorId: pws.indicator.id, puskesmasId: actor.organisation.id },
      orderBy: { number: "asc" },
      select: { id: true, number: true, statement: true, evidence: true, villages: { select: { villageCode: true } } },
    });
    const known = rows.map((row) => ({ ...row, codes: row.villages.map(({ villageCode }) => villageCode).sort() }));
    const [first] = known;
    if (!first) return refuse("Masalahnya baru saja dihapus atau diubah. Muat ulang halaman, lalu usulkan lagi.");
    const missing = [...new Set(villages)].filter((code) => !known.some(({ codes }) => codes.includes(code)));
    if (missing.length === 0) {
      const naming = known.find(({ codes }) => codes.includes(villages[0] ?? "")) ?? first;
      return { ok: true, number: naming.number, isNew: false };
    }
    if (locked) return locked;
    const codes = [...first.codes, ...missing].sort();
    const words = saidAnew(first, pws, codes);
    await tx.problem.update({
      where: { id: first.id },
      data: {
        ...words,
        version: { increment: 1 },
        villages: { create: missing.map((villageCode) => ({ villageCode })) },
      },
    });
    const told = (one: { statement: string; evidence: string | null }, desa: readonly string[]) => ({
      masalah: one.statement,
      "data pendukung": one.evidence ?? "",
      desa: [...desa],
    });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "mengubah masalah",
      subject: problemSubject({ number: first.number, statement: words.statement }),
      detail: { dari: told(first, first.codes), menjadi: told(words, codes) },
    });
    return { ok: true, number: first.number, isNew: false };
  });
}

/** One id for puskesmas, meeting and indicator; the form's own where that problem rests on another indicator by now. */
async function freeId(actor: Actor, meetingId: string, indicatorId: string, formId: string): Promise<string> {
  const hex = createHash("sha256").update(`${actor.organisation.id} ${meetingId} ${indicatorId}`).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const taken = await db.problem.findUnique({ where: { id }, select: { indicatorId: true } });
  return taken && taken.indicatorId !== indicatorId ? formId : id;
}
