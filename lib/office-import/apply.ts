import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { wordFor, wordsOfVillages } from "@/lib/area-words/words";
import type { Db } from "@/lib/db";
import { by, type NewEvent, recordEvents } from "@/lib/events/record";
import type { OnProgress } from "@/lib/imports/drafts";
import type { OfficePlan, PlannedOffice } from "@/lib/office-import/plan";
import { zoneOf } from "@/lib/organisations/zones";
import { addPerson } from "@/lib/persons/choose";

export async function applyOffices(tx: Db, actor: Actor, { ready }: OfficePlan, onProgress: OnProgress): Promise<void> {
  const offices = ready.map((office) => ({ ...office, id: office.known?.id ?? randomUUID(), userId: randomUUID() }));
  await tx.organisation.createMany({
    data: offices.filter(({ known }) => !known).map((office) => rowOf(office, actor)),
  });
  for (const [index, office] of offices.entries()) {
    if (office.known) await change(tx, office);
    if (office.admin) await addAdmin(tx, office, office.admin);
    await onProgress(index + 1, offices.length);
  }
  await setAreas(tx, offices);
  const events = offices.flatMap(eventsOf);
  await recordEvents(tx, by(actor), [...events, ...lossesOf(offices)]);
}

type Office = PlannedOffice & { id: string; userId: string };

function rowOf({ id, kind, name, areaCode, code, address }: Office, { organisation }: Actor) {
  const timeZone = zoneOf(areaCode) ?? organisation.timeZone;
  const parentId = organisation.id;
  return { id, kind, name, areaCode, timeZone, parentId, registrationCode: code || null, address: address || null };
}

/** What the file leaves empty stays as it is. */
async function change(tx: Db, { id, name, code, address, place, areaCode }: Office): Promise<void> {
  await tx.organisation.update({
    where: { id },
    data: {
      name,
      ...(code && { registrationCode: code }),
      ...(address && { address }),
      ...(place && { areaCode }),
      version: { increment: 1 },
    },
  });
}

async function addAdmin(
  tx: Db,
  { id: organisationId, userId: id, name: institution }: Office,
  admin: { name: string; email: string },
) {
  const { name, email } = admin;
  const personId = await addPerson(tx, organisationId, { name, title: null, institution, email });
  await tx.user.create({ data: { id, personId, name, email, role: "PUSKESMAS_ADMIN", organisationId } });
}

async function setAreas(tx: Db, offices: readonly Office[]): Promise<void> {
  const left = offices.flatMap(({ id, remove, moved }) => [
    ...remove.map((villageCode) => ({ puskesmasId: id, villageCode })),
    ...moved.map(({ code, from }) => ({ puskesmasId: from.id, villageCode: code })),
  ]);
  if (left.length > 0) await tx.workingArea.deleteMany({ where: { OR: left } });
  await tx.workingArea.createMany({
    data: offices.flatMap(({ id, add }) => add.map((villageCode) => ({ puskesmasId: id, villageCode }))),
    skipDuplicates: true,
  });
}

function eventsOf({ id, userId, known, kind, name, add, remove, admin }: Office): NewEvent[] {
  const of = { subjectId: id, organisationId: id };
  const before = known?.villages.length ?? 0;
  const events: NewEvent[] = [
    known
      ? { action: "organisation.edited", ...of, data: { before: { name: known.name }, after: { name } } }
      : { action: kind === "PUSKESMAS" ? "puskesmas.added" : "organisation.added", ...of, data: { name } },
  ];
  if (add.length + remove.length > 0)
    events.push({
      action: "working-area.set",
      ...of,
      data: {
        name,
        before,
        after: before + add.length - remove.length,
        village: wordsOfVillages([...add, ...remove]).village,
      },
    });
  if (admin)
    events.push({
      action: "user.added",
      subjectId: userId,
      organisationId: id,
      data: { name: admin.name, role: "PUSKESMAS_ADMIN" },
    });
  return events;
}

function lossesOf(offices: readonly Office[]): NewEvent[] {
  const lost = new Map<string, { name: string; count: number; village: string }>();
  for (const { moved } of offices)
    for (const { code, from } of moved)
      lost.set(from.id, {
        name: from.name,
        count: (lost.get(from.id)?.count ?? 0) + 1,
        village: wordFor(code, "village").word,
      });
  return [...lost].map(([id, { name, count, village }]) => ({
    action: "working-area.lost",
    subjectId: id,
    organisationId: id,
    data: { name, count, village },
  }));
}
