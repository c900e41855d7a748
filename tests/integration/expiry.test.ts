// Certificates from elsewhere, what runs out, and who is reminded of it: once each.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { type ExpiringFilter, listExpiring } from "@/lib/certificates/expiring";
import { addOutsideCertificate, listStaffCertificates, removeOutsideCertificate } from "@/lib/certificates/outside";
import { outsideSchema } from "@/lib/certificates/outside-schema";
import { remindOfExpiry } from "@/lib/certificates/remind";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { writeDigest } from "@/lib/notifications/mail-text";
import { makeNotifications } from "@/lib/notifications/make";
import { countUnread, listNews } from "@/lib/notifications/reads";
import { addDays, dateToDay, dayOf, dayToDate, formatDayLong } from "@/lib/time";
import type { Organisation, StaffMember } from "@/prisma/generated/client";
import { makeOutsideCertificate } from "@/tests/factories/certificates";
import { smallPdf } from "@/tests/factories/files";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeLicence, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let dinkes: Organisation;
let puskesmas: Organisation;
let actor: Actor;
let above: Actor;
let other: Actor;
let nurse: StaffMember;

const now = new Date();
const today = dayOf(now, "Asia/Jakarta");
const inDays = (count: number) => dayToDate(addDays(today, count));

beforeEach(async () => {
  dinkes = await makeKabupaten();
  puskesmas = await makePuskesmas({ parentId: dinkes.id, timeZone: "Asia/Jakarta" });
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  above = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  other = await makeActor("PUSKESMAS_ADMIN", {
    organisationId: (await makePuskesmas({ parentId: dinkes.id })).id,
  });
  nurse = await makeStaff({ organisationId: puskesmas.id, name: "Ns. Damar Wicaksana" });
});

const acls = (changes: Record<string, string> = {}) =>
  outsideSchema.parse({ id: randomUUID(), name: "ACLS", issuer: "RSUD Contoh", issuedOn: "2025-03-01", ...changes });
const file = { name: "acls.pdf", bytes: smallPdf };

async function competence(validMonths: number | null) {
  return db.competence.create({
    data: { id: randomUUID(), organisationId: dinkes.id, name: "Bantuan hidup jantung lanjut", validMonths },
  });
}

test("a certificate from elsewhere is kept with its file and is good for as long as its competence", async () => {
  const { id: competenceId } = await competence(24);
  expect(await addOutsideCertificate(actor, nurse.id, acls({ competenceId }), file)).toEqual({ ok: true });
  const { outside } = await listStaffCertificates(above, nurse.id);
  expect(outside.map(({ name, expiresOn }) => [name, expiresOn && dateToDay(expiresOn)])).toEqual([
    ["ACLS", "2027-02-28"],
  ]);
  const fileId = outside[0]?.file?.id ?? "";
  for (const [reader, isFound] of [
    [actor, true],
    [above, true],
    [other, false],
  ] as const)
    expect((await findDocument(reader, fileId)) !== null).toBe(isFound);
  expect(await listStaffCertificates(other, nurse.id)).toEqual({ issued: [], outside: [] });
  await expect(addOutsideCertificate(other, nurse.id, acls(), file)).rejects.toThrow(NotAllowed);
  expect(await removeOutsideCertificate(actor, nurse.id, outside[0]?.id ?? "")).toEqual({ ok: true });
  expect(await db.document.count()).toBe(0);
});

test("the day typed is kept, sent twice it is one, and what cannot be is refused", async () => {
  const { id: competenceId } = await competence(24);
  const typed = acls({ competenceId, expiresOn: "2026-12-31" });
  await allEnded([1, 2].map(() => addOutsideCertificate(actor, nurse.id, typed, file)));
  const rows = await db.outsideCertificate.findMany();
  expect(rows.map(({ expiresOn }) => expiresOn && dateToDay(expiresOn))).toEqual(["2026-12-31"]);
  const faults = [{ expiresOn: "2024-01-01" }, { skpValue: "2" }, { lessons: "dua" }, { issuedOn: "2025-02-30" }];
  for (const fault of faults)
    expect(
      outsideSchema.safeParse({ ...typed, issuedOn: "2025-03-01", skpValue: "", lessons: "", ...fault }).success,
    ).toBe(false);
  expect(await addOutsideCertificate(actor, nurse.id, acls({ issuer: "[Nama Penyelenggara]" }), file)).toMatchObject({
    ok: false,
    reason: /belum diisi/,
  });
  const text = { name: "acls.pdf", bytes: Buffer.from("bukan pdf") };
  expect(await addOutsideCertificate(actor, nurse.id, acls(), text)).toMatchObject({ ok: false, field: "file" });
});

const list = async (reader: Actor, changes: Partial<ExpiringFilter> = {}) => {
  const { rows } = await listExpiring(reader, { kind: "semua", within: "12-bulan", page: 1, ...changes }, today);
  return rows.map(({ licence, title, number }) => licence ?? title ?? number);
};

test("what runs out is listed, without what was renewed, to the office and the Dinkes above", async () => {
  const staffId = nurse.id;
  await makeLicence({ staffId, kind: "STR", expiresOn: inDays(20) });
  await makeLicence({ staffId, kind: "SIP", expiresOn: inDays(-5) });
  await makeOutsideCertificate({ staffId, name: "ACLS", expiresOn: inDays(80) });
  await makeOutsideCertificate({ staffId, name: "PPGD", expiresOn: inDays(10) });
  await makeOutsideCertificate({ staffId, name: "ppgd", expiresOn: inDays(700) });
  await makeOutsideCertificate({ staffId, name: "Tanpa batas" });
  const all = ["SIP", "STR", "ACLS"];
  expect(await list(actor)).toEqual(all);
  expect(await list(above)).toEqual(all);
  expect(await list(above, { organisationId: puskesmas.id })).toEqual(all);
  expect(await list(above, { organisationId: other.organisation.id })).toEqual([]);
  expect(await list(other)).toEqual([]);
  expect(await list(actor, { within: "30-hari" })).toEqual(["STR"]);
  expect(await list(actor, { within: "habis" })).toEqual(["SIP"]);
  expect(await list(actor, { kind: "sertifikat" })).toEqual(["ACLS"]);
  expect(await list(actor, { kind: "sip" })).toEqual(["SIP"]);
  expect(await list(actor, { profession: "MIDWIFE" })).toEqual([]);
  await makeLicence({ staffId, kind: "STR", expiresOn: null });
  expect(await list(actor)).toEqual(["SIP", "ACLS"]);
});

test("the list is paged", async () => {
  for (let count = 0; count < 51; count += 1)
    await makeOutsideCertificate({ staffId: nurse.id, name: `Pelatihan ${count}`, expiresOn: inDays(count + 1) });
  const page = async (number: number) =>
    listExpiring(actor, { kind: "semua", within: "12-bulan", page: number }, today);
  const [first, second] = [await page(1), await page(2)];
  expect([first.rows.length, first.hasMore, second.rows.length, second.hasMore]).toEqual([50, true, 1, false]);
});

test("an office is reminded 90 and 30 days before, once each, also by runs at the same time", async () => {
  await makeLicence({ staffId: nurse.id, kind: "STR", number: "STR-1", expiresOn: inDays(90) });
  await makeLicence({ staffId: nurse.id, kind: "SIP", number: "SIP-1", expiresOn: inDays(91) });
  const told = await allEnded([remindOfExpiry(now), remindOfExpiry(now), remindOfExpiry(now)]);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
  await makeNotifications(now);
  expect(await countUnread(actor)).toBe(1);
  expect(await countUnread(other)).toBe(0);
  const { news } = await listNews(actor);
  expect(news[0]).toMatchObject({
    says: "Lokmin mengingatkan: 1 STR, SIP, atau sertifikat habis dalam 90 hari",
    lines: [`pegawai: Ns. Damar Wicaksana, STR (${formatDayLong(addDays(today, 90))})`],
  });
  expect((await writeDigest(actor, now))?.text).toContain("habis dalam 90 hari");
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  expect(await remindOfExpiry(later(1))).toBe(1);
  expect(await remindOfExpiry(later(2))).toBe(0);
  expect(await remindOfExpiry(later(60))).toBe(1);
  expect(await remindOfExpiry(later(61))).toBe(1);
  expect(await remindOfExpiry(later(62))).toBe(0);
  expect(await db.expiryReminder.count()).toBe(4);
});

test("what was renewed, has no end, or is of somebody who left is no reason to remind", async () => {
  const gone = await makeStaff({ organisationId: puskesmas.id });
  await db.staffMember.update({ where: { id: gone.id }, data: { organisationId: null } });
  await makeLicence({ staffId: gone.id, kind: "STR", expiresOn: inDays(20) });
  await makeLicence({ staffId: nurse.id, kind: "STR", expiresOn: inDays(20) });
  await makeLicence({ staffId: nurse.id, kind: "STR", expiresOn: null });
  expect(await remindOfExpiry(now)).toBe(0);
});
