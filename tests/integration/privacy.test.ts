import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { showsSignatures } from "@/app/(layar)/surat/[jenis]/[subjek]/paper-request";
import { copyFile } from "@/app/privasi/copy-html";
import { answerPrivacy } from "@/app/privasi/privacy";
import { db } from "@/lib/db";
import { eventKinds } from "@/lib/events/kinds";
import { runHousekeeping } from "@/lib/jobs/housekeeping";
import { findPerson } from "@/lib/persons/reads";
import { copyAccountData } from "@/lib/privacy/account-data";
import { erasedName, erasePerson } from "@/lib/privacy/erase";
import { retentionNames } from "@/lib/privacy/kinds";
import { maskExpired } from "@/lib/privacy/mask";
import { copyPersonData } from "@/lib/privacy/person-data";
import { listReadings, noteFileReading, noteReading, noteRollReading } from "@/lib/privacy/readings";
import { retentionSchema } from "@/lib/privacy/schema";
import { findRetention, setRetention } from "@/lib/privacy/settings";
import type { Organisation } from "@/prisma/generated/client";
import { makeAttendance } from "@/tests/factories/attendance";
import { documentRow } from "@/tests/factories/evidence";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeHolder, makeSeat } from "@/tests/factories/seats";
import { makeSession } from "@/tests/factories/sessions";
import { makeStaff } from "@/tests/factories/staff";
import { makeActor, makeUser } from "@/tests/factories/users";
import { expectReadable } from "@/tests/setup/readable-copy";

const phone = "6284000000123";
const email = "orang@contoh.example";
const now = new Date("2026-11-28T03:00:00Z");
const yearsAgo = (years: number) => new Date(now.getTime() - years * 366 * 86_400_000);

let host: Organisation;

beforeEach(async () => {
  host = await makePuskesmas();
});

async function heldMeeting(endsAt: Date) {
  const meeting = await makeMeeting("CLOSED", { host, startsAt: new Date(endsAt.getTime() - 3_600_000), endsAt });
  const invitation = await makeInvitation({ meetingId: meeting.id, phone, email });
  await makeAttendance({ meetingId: meeting.id, invitation });
  const signature = documentRow({ kind: "SIGNATURE", attendanceId: invitation.id });
  await db.document.create({ data: signature });
  return { meeting, invitation, signatureId: signature.id };
}

describe("what is kept long enough", () => {
  test("goes: phones after two years, signatures after five, never what is younger; a second run changes nothing", async () => {
    const [old, middle, young] = [
      await heldMeeting(yearsAgo(6)),
      await heldMeeting(yearsAgo(3)),
      await heldMeeting(yearsAgo(1)),
    ];
    expect(await maskExpired(now)).toBeGreaterThanOrEqual(3);
    const phones = await db.invitation.findMany({ where: { phone: { not: null } }, select: { id: true } });
    expect(phones).toEqual([{ id: young.invitation.id }]);
    const signatures = await db.document.findMany({
      where: { kind: "SIGNATURE" },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    expect(signatures.map(({ id }) => id).sort()).toEqual([middle.signatureId, young.signatureId].sort());
    // Who came stays.
    expect(await db.attendance.count({ where: { meetingId: old.meeting.id, status: "PRESENT" } })).toBe(1);
    expect(await maskExpired(now)).toBe(0);
  });

  test("goes two days further with each run at most, so that a clock that is ahead masks nothing at once", async () => {
    const { invitation } = await heldMeeting(yearsAgo(1));
    const isKept = async () => (await db.invitation.findUniqueOrThrow({ where: { id: invitation.id } })).phone !== null;
    const late = new Date(now.getTime() + 40 * 366 * 86_400_000);
    await runHousekeeping(now);
    await runHousekeeping(late);
    await runHousekeeping(late);
    expect(await isKept()).toBe(true);
    const { payload } = await db.job.findFirstOrThrow({ where: { kind: "housekeeping" } });
    expect(payload).toEqual({ maskedUntil: "2026-12-02T03:00:00.000Z" });
    await runHousekeeping(now);
    expect((await db.job.findFirstOrThrow({ where: { kind: "housekeeping" } })).payload).toEqual({
      maskedUntil: now.toISOString(),
    });
  });

  test("goes of whose account ended as long ago, not of whose account is in use or ended lately", async () => {
    const people: string[] = [];
    for (const deactivatedAt of [yearsAgo(3), yearsAgo(1), null]) {
      const user = await makeUser("PUSKESMAS_STAFF", { organisationId: host.id, deactivatedAt });
      await db.person.update({ where: { id: user.personId }, data: { phone, createdAt: yearsAgo(9) } });
      people.push(user.personId);
    }
    await maskExpired(now);
    const kept = await db.person.findMany({ where: { phone: { not: null } }, select: { id: true } });
    expect(kept.map(({ id }) => id).sort()).toEqual(people.slice(1).sort());
  });

  test("goes of who has left, not of who holds a seat or works", async () => {
    const seat = await makeSeat({ organisationId: host.id, holder: null });
    const left = await makePerson({ organisationId: host.id, phone, createdAt: yearsAgo(9) });
    const holds = await makePerson({ organisationId: host.id, phone, createdAt: yearsAgo(9) });
    await makeHolder(seat, { personId: left.id, phone, since: yearsAgo(8), until: yearsAgo(4) });
    await makeHolder(seat, { personId: holds.id, phone, since: yearsAgo(4) });
    const gone = await makeStaff({
      organisationId: host.id,
      phone,
      placement: { startsOn: yearsAgo(12), endsOn: yearsAgo(7), endReason: "RETIRED" },
    });
    await db.staffMember.update({
      where: { id: gone.id },
      data: { organisationId: null, lastOrganisationId: host.id, createdAt: yearsAgo(9) },
    });
    const works = await makeStaff({ organisationId: host.id, phone, createdAt: yearsAgo(9) });
    await maskExpired(now);
    expect(await db.person.findMany({ where: { phone: { not: null } }, select: { id: true } })).toEqual([
      { id: holds.id },
    ]);
    expect(await db.seatHolder.count({ where: { phone: { not: null } } })).toBe(1);
    expect(await db.staffMember.findMany({ where: { phone: { not: null } }, select: { id: true } })).toEqual([
      { id: works.id },
    ]);
  });

  test("is the admin's choice; an empty field keeps for good, nonsense is told how to mend", async () => {
    const dinkes = await makeActor("DINKES_ADMIN");
    await heldMeeting(yearsAgo(9));
    expect(retentionSchema.safeParse({ contactMonths: "3" }).error?.issues[0]?.message).toContain(
      "orang yang diundang: tulis 6 sampai 240 bulan",
    );
    const forGood = retentionSchema.parse(Object.fromEntries(retentionNames.map((name) => [name, ""])));
    const top = await db.organisation.findFirstOrThrow({
      where: { parentId: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const keeper = { ...dinkes, organisation: { ...dinkes.organisation, id: top.id, parentId: null } };
    await expect(setRetention({ ...keeper, role: "DINKES_REVIEWER" }, forGood)).rejects.toThrow();
    expect(await setRetention(keeper, forGood)).toEqual({ ok: true });
    expect(await maskExpired(now)).toBe(0);
    expect(await findRetention()).toEqual(forGood);
  });
});

describe("a person", () => {
  test("takes away everything the office keeps about him, merged records too, and nobody else's", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const person = await makePerson({ organisationId: host.id, name: "Orang Contoh", phone });
    await makePerson({ organisationId: host.id, name: "Orang Sama", mergedIntoId: person.id });
    const { meeting, invitation } = await heldMeeting(yearsAgo(1));
    await db.attendance.update({ where: { id: invitation.id }, data: { personId: person.id } });
    const copy = await copyPersonData(actor, person.id);
    expect(copy).toMatchObject({
      orang: { name: "Orang Contoh", phone },
      catatanDigabung: [{ name: "Orang Sama" }],
      kehadiran: [{ status: "PRESENT", meeting: { title: meeting.title }, signature: expect.anything() }],
    });
    expect(await db.event.count({ where: { action: "person.copied", subjectId: person.id } })).toBe(1);
    expect(await copyPersonData(await makeActor("PUSKESMAS_ADMIN"), person.id)).toBeNull();
  });

  /** A seat, its holder of before, and who of them was invited and came. */
  async function seatOfTwo() {
    const seat = await makeSeat({ organisationId: host.id, holder: { name: "Wayan Contoh" } });
    const before = await makePerson({ organisationId: host.id });
    await makeHolder(seat, { personId: before.id, name: "Ketut Contoh, S.Sos.", phone, until: yearsAgo(1) });
    const [old, present] = [await heldMeeting(yearsAgo(1.5)), await heldMeeting(yearsAgo(0.5))];
    for (const [{ invitation }, holderName] of [
      [old, "Ketut Contoh"],
      [present, "Wayan Contoh"],
    ] as const) {
      await db.invitation.update({ where: { id: invitation.id }, data: { seatId: seat.id, holderName } });
      await db.attendance.update({ where: { id: invitation.id }, data: { name: holderName } });
    }
    await db.answer.create({
      data: { ...{ invitationId: old.invitation.id, choice: "PRESENT" }, answeredAt: yearsAgo(2) },
    });
    return { seat, before, old, present };
  }

  test("reads what his seat's invitations say of him, and nothing of who held it after him", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const { before, old } = await seatOfTwo();
    const copy = await copyPersonData(actor, before.id);
    expect(copy?.undangan).toMatchObject([
      { phone, meeting: { title: old.meeting.title }, answer: { choice: "PRESENT" } },
    ]);
    expect(copy?.kehadiran).toMatchObject([{ name: "Ketut Contoh", signature: expect.anything() }]);
    expect(JSON.stringify(copy)).not.toContain("Wayan");
    const { body } = copyFile({ title: "Salinan", office: host.name, timeZone: "Asia/Jakarta", data: copy ?? {} }, "");
    expectReadable(body);
    for (const words of [old.meeting.title, "0840-0000-0123", "Akan hadir"]) expect(body).toContain(words);
    const shown = await findPerson(actor, before.id);
    expect(shown?.attendances).toMatchObject([{ status: "PRESENT", meeting: { title: old.meeting.title } }]);
    await db.attendance.update({ where: { id: old.invitation.id }, data: { status: "REPRESENTED", name: "Utusan" } });
    expect(JSON.stringify(await copyPersonData(actor, before.id))).not.toContain("Utusan");
  });

  test("is erased with his signatures as the holder of a seat, those of others stay", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const { before, old, present } = await seatOfTwo();
    await db.invitation.updateMany({ data: { phone: "6284000000999" } });
    expect(await erasePerson(actor, before.id, "diminta")).toEqual({ ok: true, kept: 1 });
    expect(await db.document.findMany({ select: { id: true } })).toEqual([{ id: present.signatureId }]);
    expect(await db.invitation.findUnique({ where: { id: old.invitation.id } })).toMatchObject({ phone: null });
    expect(await db.invitation.findUnique({ where: { id: present.invitation.id } })).toMatchObject({
      phone: "6284000000999",
    });
  });

  test("is erased with the address and password of an account that ended", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const user = await makeUser("PUSKESMAS_STAFF", { organisationId: host.id });
    const copy = await copyPersonData(actor, user.personId);
    expect(copy?.akun).toMatchObject([{ email: user.email }]);
    expect(await erasePerson(actor, user.personId, "diminta")).toMatchObject({ ok: false });
    await db.user.update({ where: { id: user.id }, data: { deactivatedAt: now } });
    expect(await erasePerson(actor, user.personId, "diminta")).toMatchObject({ ok: true });
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({
      ...{ name: user.name, email: `dihapus-${user.id}@lokmin.invalid`, passwordHash: null },
    });
  });

  test("is erased but for what is evidence; not while he holds a seat", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const seat = await makeSeat({ organisationId: host.id, holder: { phone } });
    const personId = seat.holder?.personId ?? "";
    expect(await erasePerson(actor, personId, "diminta")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("pejabat"),
    });
    await db.seatHolder.updateMany({ data: { until: yearsAgo(1) } });
    const { meeting, invitation, signatureId } = await heldMeeting(yearsAgo(1));
    await db.invitation.update({ where: { id: invitation.id }, data: { seatId: seat.id } });
    await db.attendance.update({ where: { id: invitation.id }, data: { personId } });
    expect(await erasePerson(actor, personId, "diminta")).toEqual({ ok: true, kept: 1 });
    expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
      name: erasedName,
      phone: null,
      nip: null,
    });
    expect(await db.seatHolder.findFirst()).toMatchObject({ phone: null });
    expect(await db.invitation.findUnique({ where: { id: invitation.id } })).toMatchObject({ phone: null });
    expect(await db.document.findUnique({ where: { id: signatureId } })).toBeNull();
    expect(await db.attendance.findUnique({ where: { id: invitation.id } })).toMatchObject({
      meetingId: meeting.id,
      name: invitation.holderName,
    });
    const other = await makeActor("PUSKESMAS_ADMIN");
    await expect(erasePerson(other, personId, "x")).rejects.toThrow();
  });

  test("keeps his signature on an approved roll", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const person = await makePerson({ organisationId: host.id });
    const { meeting, invitation } = await heldMeeting(yearsAgo(1));
    await db.attendance.update({ where: { id: invitation.id }, data: { personId: person.id } });
    await db.approval.create({
      data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "Kepala", checklist: [] },
    });
    expect(await erasePerson(actor, person.id, "diminta")).toMatchObject({ ok: true });
    expect(await db.document.count({ where: { kind: "SIGNATURE" } })).toBe(1);
  });
});

test("a user takes away what is kept about his account, and nothing of his colleagues'", async () => {
  const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
  const colleague = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
  await makeSession(await db.user.findUniqueOrThrow({ where: { id: admin.userId } }));
  for (const actor of [admin, colleague])
    await erasePerson(actor, (await makePerson({ organisationId: host.id })).id, `diminta lewat ${actor.email}`);
  const copy = await copyAccountData(admin);
  expect(copy).toMatchObject({ akun: { email: admin.email }, perangkat: [{ device: expect.anything() }] });
  expect(copy.riwayat).toHaveLength(1);
  expect(JSON.stringify(copy)).not.toContain(colleague.email);
  expectReadable(copyFile({ title: "Akun", office: host.name, timeZone: "Asia/Jakarta", data: copy }, "").body);
});

describe("reading by others", () => {
  test("is kept once a day for each reader and subject, and shown to the office alone", async () => {
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: (await makeKabupaten()).id });
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const staff = await makeStaff({ organisationId: host.id, name: "Pegawai Contoh" });
    const reading = { kind: "staff", organisationId: host.id, subjectId: staff.id, subject: staff.name } as const;
    await noteReading(admin, reading);
    await noteReading(dinkes, reading);
    await noteReading(dinkes, reading);
    const { readings } = await listReadings(admin, 1);
    expect(readings).toMatchObject([
      { reader: dinkes.name, readerOffice: dinkes.organisation.name, kind: "staff", subject: "Pegawai Contoh" },
    ]);
    expect((await listReadings(dinkes, 1)).readings).toEqual([]);
    await expect(listReadings({ ...admin, role: "PUSKESMAS_STAFF" }, 1)).rejects.toThrow();
  });

  test("of a roll on paper with its signatures is kept as one, of a roll without or one's own not", async () => {
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: (await makeKabupaten()).id });
    const own = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const { meeting } = await heldMeeting(yearsAgo(1));
    const bare = await makeMeeting("CLOSED", { host });
    for (const actor of [dinkes, dinkes, own]) await noteRollReading(actor, meeting.id);
    await noteRollReading(dinkes, bare.id);
    expect(await db.personalReading.findMany()).toMatchObject([
      { kind: "signature-roll", userId: dinkes.userId, organisationId: host.id, subject: meeting.title },
    ]);
    const roll = { slug: "daftar-hadir", options: {} };
    expect(showsSignatures(roll)).toBe(true);
    expect(showsSignatures({ ...roll, options: { kosong: "1" } })).toBe(false);
  });

  test("of a signature is kept, of another file not", async () => {
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: (await makeKabupaten()).id });
    const { meeting, signatureId } = await heldMeeting(yearsAgo(1));
    const photo = documentRow({ kind: "MEETING_PHOTO", meetingId: meeting.id });
    await db.document.create({ data: photo });
    await noteFileReading(dinkes, photo.id);
    await noteFileReading(dinkes, signatureId);
    await noteFileReading(dinkes, "bukan-id");
    expect(await db.personalReading.findMany()).toMatchObject([{ kind: "signature", organisationId: host.id }]);
  });
});

const askPrivacy = () => answerPrivacy({ method: "GET", path: "/privasi", headers: {}, address: "", body: "" });

test("the page for everybody names who else gets the data, as the installation is set, and that backups keep it", async () => {
  await db.backupSettings.create({ data: { id: 1, isDaily: false, kept: 7 } });
  const plain = (await askPrivacy()).body;
  expect(plain).toContain("dari HP-nya");
  expect(plain).not.toMatch(/WhatsApp Business|penyedia email|S3|cadangan harian disimpan/);
  const settings = {
    LOKMIN_WHATSAPP_URL: "https://graph.example/v23.0/1",
    ...{
      LOKMIN_WHATSAPP_TOKEN: "t",
      LOKMIN_WHATSAPP_SECRET: "s",
      LOKMIN_WHATSAPP_TEMPLATE: "u",
      LOKMIN_WHATSAPP_VERIFY: "v",
    },
    ...{ SMTP_URL: "smtp://mail.example", SMTP_FROM: "lokmin@kantor.example" },
    S3_URL: "https://kunci:rahasia@s3.example/lokmin?region=id-1",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  await db.backupSettings.update({ where: { id: 1 }, data: { isDaily: true } });
  const { body } = await askPrivacy();
  vi.unstubAllEnvs();
  for (const words of [
    "WhatsApp Business (Meta)",
    "penyedia email",
    "(S3)",
    "cadangan harian disimpan 7 yang terakhir",
  ])
    expect(body).toContain(words);
});

test("the page for everybody says what is kept how long, and its events have sentences", async () => {
  const { status, body, headers } = await askPrivacy();
  expect(status).toBe(200);
  expect(body).toContain("UU 27/2022");
  expect(body).toContain("2 tahun sesudah kegiatannya");
  // Beside its name in two columns a sentence of this length is one letter wide on a phone.
  expect(body).not.toContain("<dl>");
  expect([...body.matchAll(/<h2 id="(\w+)">/g)].map(([, id]) => id)).toEqual([
    "undangan",
    "wakil",
    "tamu",
    "rtl",
    "pegawai",
    "peserta",
    "pengguna",
  ]);
  expect(Buffer.byteLength(body)).toBeLessThan(14_000);
  expect(headers["Content-Security-Policy"]).toContain("default-src 'none'");
  expect(Object.keys(eventKinds)).toEqual(expect.arrayContaining(["person.erased", "person.copied", "retention.set"]));
});
