import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { listInvitations } from "@/lib/invitations/reads";
import { withdrawInvitation } from "@/lib/invitations/withdraw";
import { listParticipants, listStaffChoices } from "@/lib/trainings/participant-reads";
import { chosenSchema, typedSchema } from "@/lib/trainings/participant-schema";
import { addStaff, addTyped } from "@/lib/trainings/participants";
import type { Prisma } from "@/prisma/generated/client";
import { makeAnswer } from "@/tests/factories/invitations";
import { type MeetingOptions, makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

let dinkes: Awaited<ReturnType<typeof makeKabupaten>>;
let puskesmas: Awaited<ReturnType<typeof makePuskesmas>>[];
let admin: Actor;

beforeEach(async () => {
  dinkes = await makeKabupaten();
  puskesmas = [await makePuskesmas({ parentId: dinkes.id }), await makePuskesmas({ parentId: dinkes.id })];
  admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
});

const staff = (organisationId: string, overrides: Partial<Prisma.StaffMemberUncheckedCreateInput> = {}) =>
  db.staffMember.create({
    data: { id: randomUUID(), name: "Bidan Uji", profession: "MIDWIFE", organisationId, ...overrides },
  });
const office = (index: number) => puskesmas[index]?.id ?? "";

async function training(options: Partial<MeetingOptions> = {}) {
  const meeting = await makeMeeting("SCHEDULED", { host: dinkes, kind: "KALAKARYA", ...options });
  return meeting;
}

describe("participants of a Dinkes's training", () => {
  test("are chosen by profession from many puskesmas, and each gets an invitation with a link", async () => {
    const { id } = await training();
    const one = await staff(office(0), { name: "Bidan Satu", phone: "6284000000001" });
    const two = await staff(office(1), { name: "Bidan Dua" });
    await staff(office(1), { name: "Perawat", profession: "NURSE" });
    await staff((await makePuskesmas()).id, { name: "Bidan orang lain" });
    const choices = await listStaffChoices(admin, id, { professions: ["MIDWIFE"] });
    expect(choices.staff.map((choice) => choice.name).sort()).toEqual(["Bidan Dua", "Bidan Satu"]);
    const ids = choices.staff.map((choice) => choice.id);
    expect(await addStaff(admin, id, ids)).toEqual({ ok: true, added: 2 });
    expect(await addStaff(admin, id, ids)).toEqual({ ok: true, added: 0 });
    expect((await listParticipants(admin, id)).map((row) => [row.name, row.title, row.organisationId]).sort()).toEqual([
      ["Bidan Dua", "Bidan", office(1)],
      ["Bidan Satu", "Bidan", office(0)],
    ]);
    const invitation = await db.invitation.findFirstOrThrow({ where: { meetingId: id, holderName: one.name } });
    expect(invitation).toMatchObject({ phone: "6284000000001", institution: puskesmas[0]?.name, sector: "HEALTH" });
    expect((await listStaffChoices(admin, id, { professions: [] })).staff.map((choice) => choice.name)).toEqual([
      "Perawat",
    ]);
    await withdrawInvitation(admin, id, invitation.id);
    expect((await listParticipants(admin, id)).map((row) => row.staffId)).toEqual([two.id]);
  });

  test("can be narrowed to a puskesmas and a name; a stranger's and another office's are never added", async () => {
    const { id } = await training();
    const own = await staff(office(0), { name: "Ratna" });
    const strange = await staff((await makePuskesmas()).id, { name: "Ratna lain" });
    const at = (filter: Parameters<typeof listStaffChoices>[2]) =>
      listStaffChoices(admin, id, filter).then((found) => found.staff.map((one) => one.id));
    expect(await at({ professions: [], words: "ratna" })).toEqual([own.id]);
    expect(await at({ professions: [], organisationId: office(1) })).toEqual([]);
    expect(await addStaff(admin, id, [strange.id])).toEqual({ ok: true, added: 0 });
    const stranger = await makeActor("PUSKESMAS_ADMIN", { organisationId: office(0) });
    await expect(addStaff(stranger, id, [own.id])).rejects.toThrow(NotAllowed);
    await expect(listStaffChoices(stranger, id, { professions: [] })).rejects.toThrow(NotAllowed);
  });

  test("are shown who is in another training at the same hours, before and after they are added", async () => {
    const startsAt = new Date("2030-03-05T01:00:00Z");
    const endsAt = new Date("2030-03-06T08:00:00Z");
    const { id } = await training({ startsAt, endsAt });
    const own = await makeActor("PUSKESMAS_STAFF", { organisationId: office(0) });
    const [busy, free, declined] = [await staff(office(0)), await staff(office(0)), await staff(office(0))];
    const other = await training({ host: puskesmas[0] ?? dinkes, startsAt, endsAt, title: "ACLS" });
    // Its sessions are on the second day alone, at 13.00 to 14.30 WIB.
    const second = new Date("2030-03-06T06:00:00Z");
    await makeTraining({ id: other.id, startsAt: second }, { sessions: [{}] });
    await addStaff(own, other.id, [busy.id, declined.id]);
    const row = await db.trainingParticipant.findFirstOrThrow({ where: { staffId: declined.id } });
    await makeAnswer({ invitationId: row.invitationId, choice: "ABSENT" });
    const clashes = async () =>
      Object.fromEntries(
        (await listStaffChoices(admin, id, { professions: [] })).staff.map((one) => [
          one.id,
          one.clashes.map(({ title }) => title),
        ]),
      );
    expect(await clashes()).toEqual({ [busy.id]: ["ACLS"], [free.id]: [], [declined.id]: [] });
    expect(await addStaff(admin, id, [busy.id])).toEqual({ ok: true, added: 1 });
    expect((await listParticipants(admin, id)).map((one) => one.clashes.length)).toEqual([1]);
    const hours = { startsAt, endsAt: new Date("2030-03-05T03:00:00Z") };
    await db.trainingSession.create({
      data: { id: randomUUID(), meetingId: id, position: 1, form: "THEORY", topic: "BHD", lessons: 2, ...hours },
    });
    expect((await listParticipants(admin, id)).map((one) => one.clashes.length)).toEqual([0]);
  });
});

describe("people who are typed", () => {
  const rows = (...typed: Record<string, unknown>[]) => typedSchema.parse({ rows: typed });

  test("take part with their profession, or come as guests who do not learn", async () => {
    const { id } = await training();
    const added = await addTyped(
      admin,
      id,
      rows(
        { name: "Sri Wahyuni, A.Md.Kep", role: "NURSE", institution: puskesmas[0]?.name, phone: "0840-0000-0009" },
        { name: " " },
        { name: "Agus Salim", role: "TAMU", title: "Sekretaris Kecamatan", institution: "Kecamatan Senduro" },
      ),
    );
    expect(added).toEqual({ ok: true, added: 2 });
    expect(await listParticipants(admin, id)).toMatchObject([
      { name: "Sri Wahyuni, A.Md.Kep", profession: "NURSE", organisationId: office(0), staffId: null },
    ]);
    expect((await listInvitations(admin, id)).map(({ holderName, title }) => [holderName, title])).toEqual([
      ["Agus Salim", "Sekretaris Kecamatan"],
      ["Sri Wahyuni, A.Md.Kep", "Perawat"],
    ]);
  });

  test("are not invited twice, whatever the letters' case", async () => {
    const { id } = await training();
    const sari = { name: "Sari", role: "NURSE", institution: "Klinik" };
    await addTyped(admin, id, rows(sari));
    expect(
      await addTyped(admin, id, rows({ name: "Dewi", role: "NURSE", institution: "RS" }, { ...sari, name: "SARI" })),
    ).toEqual({
      ok: false,
      reason: "SARI, Klinik sudah diundang",
      field: "rows.1.name",
    });
    expect(await listParticipants(admin, id)).toHaveLength(1);
  });

  test("say what a row lacks", () => {
    const issues = (value: unknown, schema: typeof typedSchema | typeof chosenSchema = typedSchema) =>
      schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(issues({ rows: [{ name: "" }] })).toEqual(["rows.0.name: Isi paling sedikit satu nama"]);
    expect(issues({ rows: [{}, { name: "Sari", role: "DUKUN", institution: "" }] })).toEqual([
      "rows.1.role: Pilih profesi",
      "rows.1.institution: Isi instansi",
    ]);
    expect(issues({ shown: [randomUUID()] }, chosenSchema)).toEqual(["staffIds: Centang paling sedikit satu orang"]);
  });

  test("all who are shown are chosen by one box", () => {
    const shown = [randomUUID(), randomUUID()];
    expect(chosenSchema.parse({ shown, staffIds: [], all: "ya" })).toEqual(shown);
    expect(chosenSchema.parse({ shown, staffIds: [shown[1]] })).toEqual([shown[1]]);
  });
});
