import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findMeeting } from "@/lib/meetings/reads";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting } from "@/lib/meetings/writes";
import { findPrefill } from "@/lib/plan/prefill";
import { findTemplate, findTemplateOf, listTakers, listTemplates } from "@/lib/templates/reads";
import { templateSchema } from "@/lib/templates/schema";
import { archiveTemplate, saveTemplate } from "@/lib/templates/writes";
import type { Role } from "@/prisma/generated/enums";
import { makeActionItem } from "../factories/action-items";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

/** A Lokmin of Sragi that is over, with two rows, and everybody who might come near it. */
async function world() {
  const kabupaten = await makeKabupaten();
  const own = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Sragi" });
  const neighbour = await makePuskesmas({ parentId: kabupaten.id, areaCode: "18.01.08" });
  const meeting = await makeMeeting("CLOSED", {
    host: own,
    agenda: [{ topic: "Pembukaan", minutes: 10, presenter: "Bapak Darmawan Uji" }, "Capaian"],
    startsAt: new Date("2026-02-26T02:00:00Z"),
  });
  await makeInvitation({ meetingId: meeting.id, holderName: "Darmawan Uji, S.Sos." });
  await db.meetingExpectation.createMany({
    data: [
      { meetingId: meeting.id, side: "INPUT", position: 1, text: "PWS", isMet: true },
      { meetingId: meeting.id, side: "OUTPUT", position: 1, text: "RTL" },
    ],
  });
  const village = await db.area.findFirstOrThrow({ where: { parentCode: "18.01.15" }, orderBy: { code: "asc" } });
  await makeActionItem({
    meetingId: meeting.id,
    number: 1,
    activity: "Sweeping imunisasi",
    responsibleInstitution: `Pemerintah Desa ${village.name}`,
    responsibleTitle: `Kepala Desa ${village.name}`,
    responsibleName: "Siti Uji",
    deadline: new Date("2026-05-01"),
    target: 90,
    unit: "%",
  });
  await makeActionItem({ meetingId: meeting.id, number: 2, activity: "Batal", status: "CANCELLED" });
  const at = (role: Role, organisationId: string) => makeActor(role, { organisationId });
  return {
    meeting,
    own: await at("PUSKESMAS_STAFF", own.id),
    reader: await at("PUSKESMAS_READER", own.id),
    neighbour: await at("PUSKESMAS_STAFF", neighbour.id),
    dinkes: await at("DINKES_ADMIN", kabupaten.id),
    otherDinkes: await makeActor("DINKES_ADMIN"),
    foreign: await makeActor("PUSKESMAS_ADMIN"),
  };
}

const words = (changes: Record<string, unknown> = {}) =>
  templateSchema.parse({ id: randomUUID(), name: "Lokmin pesisir", description: "", ...changes });

async function saved(it: Awaited<ReturnType<typeof world>>) {
  const outcome = await saveTemplate(it.own, it.meeting.id, words());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

function draft(actor: Actor, templateId: string) {
  return draftMeeting(
    actor,
    meetingSchema.parse({
      id: randomUUID(),
      kind: "QUARTERLY_LOKMIN",
      date: "2027-02-10",
      startTime: "09:00",
      place: "Aula",
      templateId,
    }),
  );
}

describe("a template", () => {
  test("is the Lokmin without dates, persons and desa", async () => {
    const it = await world();
    const template = await findTemplate(it.neighbour, await saved(it));
    expect(template?.content).toEqual({
      agenda: [
        { topic: "Pembukaan", minutes: 10, presenter: null },
        { topic: "Capaian", minutes: null, presenter: null },
      ],
      inputs: ["PWS"],
      outputs: ["RTL"],
      items: [
        expect.objectContaining({
          activity: "Sweeping imunisasi",
          responsibleInstitution: "Pemerintah Desa",
          responsibleTitle: "Kepala Desa",
          target: 90,
        }),
      ],
    });
    expect(JSON.stringify(template?.content)).not.toMatch(/Siti|Darmawan|2026|deadline/);
  });

  test("has a name of its own in its puskesmas; the same form twice is one; only of what is over", async () => {
    const it = await world();
    const input = words();
    expect(await saveTemplate(it.own, it.meeting.id, input)).toEqual({ ok: true, id: input.id });
    expect(await saveTemplate(it.own, it.meeting.id, input)).toEqual({ ok: true, id: input.id });
    expect(await saveTemplate(it.own, it.meeting.id, words())).toMatchObject({ ok: false, field: "name" });
    expect(await db.meetingTemplate.count()).toBe(1);
    expect(await db.event.count({ where: { action: "template.saved" } })).toBe(1);
    await db.meeting.update({ where: { id: it.meeting.id }, data: { status: "IN_PROGRESS" } });
    expect(await saveTemplate(it.own, it.meeting.id, words({ name: "Lain" }))).toMatchObject({ ok: false });
  });

  test("is taken over: agenda by the form, lists by the meeting, rows offered one by one", async () => {
    const it = await world();
    const id = await saved(it);
    const taken = await draft(it.neighbour, id);
    if (!taken.ok) throw new Error(taken.reason);
    expect((await findMeeting(it.neighbour, taken.id))?.expectations.map((row) => row.text)).toEqual(["PWS", "RTL"]);
    const meeting = await db.meeting.findUniqueOrThrow({ where: { id: taken.id } });
    expect((await findTemplateOf(it.neighbour, meeting))?.id).toBe(id);
    expect(await findPrefill(it.neighbour, taken.id, { usulan: "1" })).toMatchObject({
      activity: "Sweeping imunisasi",
      responsibleTitle: "Kepala Desa",
      target: 90,
    });
    for (const usulan of ["2", "0", "x", "-1"])
      expect((await findPrefill(it.neighbour, taken.id, { usulan })).activity).toBeNull();
    // Of the neighbour's draft its author learns nothing; once it is set, that it was taken.
    expect(await listTakers(it.own, id)).toEqual([]);
    expect(await listTakers(it.neighbour, id)).toHaveLength(1);
    await db.meeting.update({ where: { id: taken.id }, data: { status: "SCHEDULED" } });
    expect(await listTakers(it.own, id)).toHaveLength(1);
    expect(await listTakers(it.foreign, id)).toEqual([]);
  });

  test("of another kabupaten is none: the meeting is made without it", async () => {
    const it = await world();
    const taken = await draft(it.foreign, await saved(it));
    if (!taken.ok) throw new Error(taken.reason);
    expect((await db.meeting.findUniqueOrThrow({ where: { id: taken.id } })).templateId).toBeNull();
  });

  test("whose content is damaged is read as an empty one", async () => {
    const it = await world();
    const id = await saved(it);
    await db.meetingTemplate.update({ where: { id }, data: { content: { items: "<script>" } } });
    expect((await findTemplate(it.own, id))?.content.items).toEqual([]);
    expect((await listTemplates(it.own)).templates).toHaveLength(1);
  });

  test("that is archived leaves the lists of the others and comes back", async () => {
    const it = await world();
    const id = await saved(it);
    expect(await archiveTemplate(it.own, id, true)).toEqual({ ok: true });
    expect((await listTemplates(it.neighbour)).templates).toEqual([]);
    expect((await listTemplates(it.neighbour, { archived: true })).templates).toEqual([]);
    expect((await listTemplates(it.own, { archived: true })).templates).toHaveLength(1);
    await archiveTemplate(it.own, id, false);
    expect((await listTemplates(it.neighbour)).templates).toHaveLength(1);
  });
});

test("who may: saved and archived by the writers of its puskesmas, seen below its Dinkes and nowhere else", async () => {
  const it = await world();
  for (const actor of [it.reader, it.neighbour, it.dinkes, it.otherDinkes, it.foreign])
    await expect(saveTemplate(actor, it.meeting.id, words())).rejects.toThrow(NotAllowed);
  const id = await saved(it);
  for (const actor of [it.reader, it.neighbour, it.dinkes, it.otherDinkes, it.foreign])
    await expect(archiveTemplate(actor, id, true)).rejects.toThrow(NotAllowed);
  for (const actor of [it.own, it.reader, it.neighbour, it.dinkes]) {
    expect(await findTemplate(actor, id)).not.toBeNull();
    expect((await listTemplates(actor)).templates).toHaveLength(1);
  }
  for (const actor of [it.otherDinkes, it.foreign]) {
    expect(await findTemplate(actor, id)).toBeNull();
    expect((await listTemplates(actor)).templates).toEqual([]);
  }
  expect(await findTemplate(it.own, "tidak-ada")).toBeNull();
});
