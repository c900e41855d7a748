import {
  type Actor,
  isRefusal,
  NotAllowed,
  type Outcome,
  organisationsWithin,
  type Refusal,
  refuse,
} from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { holdProgramme, programmeChanged, programmeClosed } from "@/lib/programmes/hold";
import { canMakeProgrammes } from "@/lib/programmes/rules";
import type { ProgrammeEdit, ProgrammeInput } from "@/lib/programmes/schema";
import { dateToDay, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

type Saved = Outcome<{ id: string }>;

/** The id was made when the form was shown: the same form sent twice makes one programme. */
export async function makeProgramme(actor: Actor, input: ProgrammeInput): Promise<Saved> {
  if (!canMakeProgrammes(actor)) throw new NotAllowed(actor, "make a programme");
  const organisationId = actor.organisation.id;
  return transact<Saved>(
    async (tx) => {
      const lists = await listsOf(tx, actor, input);
      if (isRefusal(lists)) return lists;
      await tx.programme.create({
        data: {
          ...{ id: input.id, organisationId, createdById: actor.userId, ...columnsOf(input) },
          members: { create: lists.members },
          indicators: { create: lists.indicators },
        },
      });
      await recordEvent(tx, by(actor), {
        action: "programme.made",
        subjectId: input.id,
        organisationId,
        data: { name: input.name, facts: factsOf(input, lists.members.length) },
      });
      return { ok: true, id: input.id };
    },
    {
      onDuplicate: async () => {
        const mine = await db.programme.findUnique({ where: { id: input.id }, select: { organisationId: true } });
        if (mine?.organisationId === organisationId) return { ok: true, id: input.id };
        return mine ? refuse("Muat ulang halaman ini, lalu coba lagi") : nameTaken(input.name);
      },
    },
  );
}

export async function editProgramme(actor: Actor, input: ProgrammeEdit): Promise<Saved> {
  const { id } = input;
  return transact<Saved>(
    async (tx) => {
      const before = await holdProgramme(tx, actor, id, "edit");
      if (before.version !== input.version) return refuse(programmeChanged);
      const lists = await listsOf(tx, actor, input);
      if (isRefusal(lists)) return lists;
      const kept = lists.members.flatMap(({ organisationId, isVisited }) => (isVisited ? [organisationId] : []));
      const visited = await tx.programmeVisit.findFirst({
        where: { programmeId: id, organisationId: { notIn: kept }, meeting: { status: { not: "CANCELLED" } } },
        select: { organisation: { select: { name: true } } },
      });
      if (visited)
        return refuse(
          `${visited.organisation.name} punya kunjungan dalam program ini. Batalkan kunjungannya dulu, atau biarkan dicentang.`,
          "visited",
        );
      const members = await tx.programmeMember.count({ where: { programmeId: id } });
      await tx.programmeMember.deleteMany({ where: { programmeId: id } });
      await tx.programmeIndicator.deleteMany({ where: { programmeId: id } });
      await tx.programme.update({
        where: { id },
        data: {
          ...columnsOf(input),
          version: { increment: 1 },
          members: { create: lists.members },
          indicators: { create: lists.indicators },
        },
      });
      const { name, goal, startsOn, endsOn } = before;
      const days = { startsOn: dateToDay(startsOn), endsOn: dateToDay(endsOn) };
      await recordEvent(tx, by(actor), {
        action: "programme.changed",
        subjectId: id,
        organisationId: before.organisationId,
        data: {
          name,
          before: factsOf({ goal, ...days }, members),
          after: factsOf(input, lists.members.length),
        },
      });
      return { ok: true, id };
    },
    { onDuplicate: () => nameTaken(input.name) },
  );
}

export async function closeProgramme(actor: Actor, id: string, isClosed: boolean): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const programme = await holdProgramme(tx, actor, id, isClosed ? "close" : "open again");
    if ((programme.closedAt !== null) === isClosed) return { ok: true };
    await tx.programme.update({
      where: { id },
      data: { closedAt: isClosed ? new Date() : null, version: { increment: 1 } },
    });
    await recordEvent(tx, by(actor), {
      action: isClosed ? "programme.closed" : "programme.opened",
      subjectId: id,
      organisationId: programme.organisationId,
      data: { name: programme.name },
    });
    return { ok: true };
  });
}

export function refuseClosed(programme: { closedAt: Date | null }): Refusal | null {
  return programme.closedAt ? refuse(programmeClosed) : null;
}

function columnsOf(input: ProgrammeInput) {
  const { name, goal, topics, startsOn, endsOn, visitsPerWeek, teamSize, startClock, endClock } = input;
  const days = { startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn) };
  return { name, goal, topics, ...days, visitsPerWeek, teamSize, startClock, endClock };
}

function factsOf({ goal, startsOn, endsOn }: { goal: string; startsOn: string; endsOn: string }, members: number) {
  return { goal, from: startsOn, to: endsOn, members };
}

/** Members and indicators as rows; refused where one is not the office's to choose. */
async function listsOf(tx: Db, actor: Actor, { visited, joined, indicators }: ProgrammeInput) {
  const ids = [...new Set([...visited, ...joined])];
  const known = await tx.organisation.count({
    where: { AND: [{ id: { in: ids } }, { kind: { in: ["PUSKESMAS", "HOSPITAL"] } }, organisationsWithin(actor)] },
  });
  if (known < ids.length) return refuse("Pilih puskesmas dan rumah sakit dari daftar", "visited");
  const chosen = await tx.indicator.findMany({
    where: {
      id: { in: indicators.flatMap(({ indicatorId }) => indicatorId ?? []) },
      organisationId: { in: [...actor.organisation.pathIds] },
    },
    select: { id: true, name: true, unit: true },
  });
  const byId = new Map(chosen.map((indicator) => [indicator.id, indicator]));
  if (indicators.some(({ indicatorId }) => indicatorId && !byId.has(indicatorId)))
    return refuse("Pilih indikator dari daftar");
  return {
    members: ids.map((organisationId) => ({ organisationId, isVisited: visited.includes(organisationId) })),
    indicators: indicators.map((row, index) => {
      const own = row.indicatorId ? byId.get(row.indicatorId) : undefined;
      return { ...row, position: index + 1, name: own?.name ?? row.name ?? "", unit: row.unit ?? own?.unit ?? null };
    }),
  };
}

function nameTaken(name: string) {
  return refuse(`Program “${name}” sudah ada. Pakai nama lain, misalnya dengan tahunnya.`, "name");
}
