import { createHash } from "node:crypto";
import { type Actor, isPuskesmasWriter, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting } from "@/lib/meetings/hold";
import { addProblem, changingProblems } from "@/lib/problems/writes";
import { evidenceOf, saidAnew, statementOf } from "@/lib/pws/proposal-words";
import { listProposed, type ProposalInput } from "@/lib/pws/proposals";
import { findPws, type PwsColumn, type Village } from "@/lib/pws/pws";
import { transact } from "@/lib/transact";

type Proposed = Outcome<{ number: number; isNew: boolean }>;

/** Two who propose at once meet in the same id. */
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

async function addVillages(
  actor: Actor,
  meetingId: string,
  pws: Figures,
  villages: readonly string[],
): Promise<Proposed> {
  const { id: indicatorId } = pws.indicator;
  // What is named already stays named, also where the problems are locked by now.
  const named = whoNames(await findOfIndicator(db, actor, meetingId, indicatorId), villages);
  if (named) return { ok: true, number: named.number, isNew: false };
  return transact<Proposed>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
    if (isRefusal(meeting)) return meeting;
    const known = await findOfIndicator(tx, actor, meetingId, indicatorId);
    const [first] = known;
    if (!first) return refuse("Masalahnya baru saja dihapus atau diubah. Muat ulang halaman, lalu usulkan lagi.");
    const meanwhile = whoNames(known, villages);
    if (meanwhile) return { ok: true, number: meanwhile.number, isNew: false };
    const missing = [...new Set(villages)].filter((code) => !known.some(({ codes }) => codes.includes(code)));
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
    const { statement, evidence } = first;
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "problem.changed",
      subjectId: first.id,
      data: {
        number: first.number,
        before: { statement, evidence, villages: first.codes },
        after: { ...words, villages: codes },
      },
    });
    return { ok: true, number: first.number, isNew: false };
  });
}

type OfIndicator = Awaited<ReturnType<typeof findOfIndicator>>;

async function findOfIndicator(tx: Db, actor: Actor, meetingId: string, indicatorId: string) {
  const rows = await tx.problem.findMany({
    where: { meetingId, indicatorId, puskesmasId: actor.organisation.id },
    orderBy: { number: "asc" },
    select: { id: true, number: true, statement: true, evidence: true, villages: { select: { villageCode: true } } },
  });
  return rows.map((row) => ({ ...row, codes: row.villages.map(({ villageCode }) => villageCode).sort() }));
}

function whoNames(known: OfIndicator, villages: readonly string[]) {
  if (!villages.every((code) => known.some(({ codes }) => codes.includes(code)))) return undefined;
  return known.find(({ codes }) => codes.includes(villages[0] ?? "")) ?? known[0];
}

async function freeId(actor: Actor, meetingId: string, indicatorId: string, formId: string): Promise<string> {
  const hex = createHash("sha256").update(`${actor.organisation.id} ${meetingId} ${indicatorId}`).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const taken = await db.problem.findUnique({ where: { id }, select: { indicatorId: true } });
  return taken && taken.indicatorId !== indicatorId ? formId : id;
}
