// A health worker and his record: copied, asked about through his link, answered and erased; who of others reads lists.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { answerOwnRecord } from "@/app/d/[token]/own-record";
import { type Actor, NotAllowed } from "@/lib/actor";
import { listExpiring } from "@/lib/certificates/expiring";
import { db } from "@/lib/db";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { makeNotifications } from "@/lib/notifications/make";
import { countUnread, listNews } from "@/lib/notifications/reads";
import { noteListReading, noteReading } from "@/lib/privacy/readings";
import { copyStaffData } from "@/lib/privacy/staff-data";
import { answerStaffRequest, eraseStaffData, listStaffRequests } from "@/lib/privacy/staff-requests";
import { hashToken, newToken } from "@/lib/secrets";
import { exportStaff } from "@/lib/staff/export";
import { listStaff } from "@/lib/staff/reads";
import type { StaffMember } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeLicence, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { expectReadable } from "@/tests/setup/readable-copy";

const phone = "6284000000077";
const token = newToken();

let keeper: Actor;
let dinkes: Actor;
let staff: StaffMember;

beforeEach(async () => {
  const host = await makePuskesmas();
  keeper = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  dinkes = await makeActor("DINKES_ADMIN", { organisationId: host.parentId ?? "" });
  staff = await makeStaff({
    ...{ organisationId: host.id, name: "Sulastri", phone, email: "lastri@contoh.example", nip: "198501012010012003" },
    ...{ bornOn: new Date("1985-01-01"), tokenHash: hashToken(token), tokenSealed: "tersegel" },
  });
});

function ask(path: string, sent?: Record<string, string>, headers: Record<string, string> = {}) {
  const body = sent ? new URLSearchParams(sent).toString() : "";
  return answerOwnRecord({ method: sent ? "POST" : "GET", path, headers, address: `192.0.2.${randomUUID()}`, body });
}

const wish = (changes: Record<string, string> = {}) => ({
  ...{ id: randomUUID(), kind: "CORRECTION", text: "Tanggal lahir saya 2 Januari" },
  ...changes,
});

describe("through his own link", () => {
  test("he takes away a copy of everything, with who of other offices read it", async () => {
    await makeLicence({ staffId: staff.id, number: "STR-77" });
    await noteReading(dinkes, {
      ...{ kind: "staff", organisationId: keeper.organisation.id },
      ...{ subjectId: staff.id, subject: staff.name },
    });
    expect((await ask(`/d/${token}`)).body).toContain(`<b>${dinkes.name}</b>, ${dinkes.organisation.name}`);
    await db.staffPlacement.updateMany({ data: { endsOn: new Date("2026-01-31"), endReason: "BECAME_PPPK" } });
    expect((await ask(`/d/${token}`)).body).toContain("(diangkat menjadi PPPK)");
    const page = await ask(`/d/${token}/salinan`);
    expect(page.headers["Content-Disposition"]).toContain("salinan-data.html");
    for (const words of ["Sulastri", "0840-0000-0077", "STR-77", dinkes.name]) expect(page.body).toContain(words);
    expectReadable(page.body);
    const copy = await ask(`/d/${token}/salinan?bentuk=json`);
    expect(copy.headers["Content-Disposition"]).toContain("salinan-data.json");
    expect(JSON.parse(copy.body)).toMatchObject({
      pegawai: { name: "Sulastri", phone, email: "lastri@contoh.example", licences: [{ number: "STR-77" }] },
      dibacaOleh: [{ reader: dinkes.name, readerOffice: dinkes.organisation.name }],
    });
    expect(copy.body).not.toContain("tersegel");
    expect((await ask(`/d/${newToken()}/salinan`)).status).toBe(404);
  });

  test("he asks once, however often it is sent, and reads the answer there", async () => {
    const first = wish();
    expect(await ask(`/d/${token}`, first)).toMatchObject({
      status: 303,
      headers: { Location: `/d/${token}?terkirim` },
    });
    expect((await ask(`/d/${token}`, first)).status).toBe(303);
    expect((await ask(`/d/${token}`, wish({ text: "Tanggal lahir saya 3 Januari" }))).status).toBe(303);
    const [waiting, ...more] = await listStaffRequests(keeper);
    expect(waiting).toMatchObject({ staffId: staff.id, kind: "CORRECTION", text: "Tanggal lahir saya 3 Januari" });
    expect(more).toEqual([]);
    const task = { href: `/pegawai/${staff.id}`, title: "Jawab permintaan pegawai atas datanya (1)" };
    expect(await listFollowUpTasks(keeper, new Date())).toMatchObject([task]);
    expect(await listFollowUpTasks(keeper, new Date(Date.now() + 4 * 86_400_000))).toMatchObject([{ isLate: true }]);
    expect(await answerStaffRequest(keeper, waiting?.id ?? "", "Sudah dibetulkan <b>")).toEqual({ ok: true });
    expect(await listFollowUpTasks(keeper, new Date())).toEqual([]);
    expect(await answerStaffRequest(keeper, waiting?.id ?? "", "Lagi")).toMatchObject({ ok: false });
    expect((await ask(`/d/${token}`)).body).toContain("Sudah dibetulkan &lt;b&gt;");
    expect(await listStaffRequests(keeper)).toEqual([]);
    expect((await listSentences({ subjectId: staff.id })).map(({ says }) => says)).toEqual(
      expect.arrayContaining([expect.stringContaining("meminta pembetulan datanya")]),
    );
  });

  test("nothing is asked from another site, without a choice or by an ended link; what was typed stays", async () => {
    expect((await ask(`/d/${token}`, wish(), { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const page = await ask(`/d/${token}`, wish({ kind: "", text: "Salah <i>" }));
    expect(page.status).toBe(422);
    expect(page.body).toContain("Salah &lt;i&gt;");
    expect((await ask(`/d/${newToken()}`, wish())).status).toBe(404);
    expect(await db.staffRequest.count()).toBe(0);
  });
});

test("a register's keeper sees what waits there, though a hundred older requests wait at offices he only looks at", async () => {
  const above = await makeActor("DINKES_ADMIN", { organisationId: (await makeProvinsi()).id });
  const kabupaten = await makeKabupaten({ parentId: above.organisation.id });
  const below = await makePuskesmas({ parentId: kabupaten.id });
  const belowAdmin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
  const own = await makeStaff({ organisationId: above.organisation.id, name: "Wati" });
  const others = await allEnded(Array.from({ length: 101 }, () => makeStaff({ organisationId: below.id })));
  const request = (staffId: string, askedAt: Date) => ({
    ...{ id: randomUUID(), staffId, askedAt, kind: "CORRECTION" as const, text: "Tanggal lahir" },
  });
  const before = new Date(Date.now() - 3_600_000);
  await db.staffRequest.createMany({
    data: [...others.map(({ id }) => request(id, before)), request(own.id, new Date())],
  });
  expect(await listStaffRequests(above)).toMatchObject([{ name: "Wati" }]);
  expect(await listStaffRequests(belowAdmin)).toHaveLength(100);
  expect(await listStaffRequests(await makeActor("PUSKESMAS_STAFF", { organisationId: below.id }))).toHaveLength(100);
  const readers = [
    await makeActor("PUSKESMAS_READER", { organisationId: below.id }),
    await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id }),
  ];
  for (const actor of readers) expect(await listStaffRequests(actor)).toEqual([]);
});

test("the office's admins hear of it, nobody else of the office", async () => {
  const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: keeper.organisation.id });
  await ask(`/d/${token}`, wish());
  await makeNotifications(new Date());
  expect((await listNews(admin)).news).toMatchObject([
    { says: "Sulastri (tautan pribadi) meminta pembetulan datanya: Sulastri", href: `/pegawai/${staff.id}` },
  ]);
  for (const actor of [keeper, dinkes]) expect(await countUnread(actor)).toBe(0);
});

test("the office hands out a copy and erases what it may, and says in its history that it did", async () => {
  expect(await copyStaffData(keeper, staff.id)).toMatchObject({ pegawai: { name: "Sulastri", phone } });
  await expect(copyStaffData(await makeActor("PUSKESMAS_STAFF"), staff.id)).rejects.toThrow(NotAllowed);
  await ask(`/d/${token}`, wish({ kind: "ERASURE", text: "Nomor saya" }));
  expect(await eraseStaffData(keeper, staff.id, "diminta")).toEqual({ ok: true });
  expect(await db.staffMember.findUnique({ where: { id: staff.id } })).toMatchObject({
    ...{ phone: null, email: null, bornOn: null, tokenHash: null },
    ...{ name: "Sulastri", nip: "198501012010012003" },
  });
  expect(await db.staffPlacement.count({ where: { staffId: staff.id } })).toBe(1);
  expect((await ask(`/d/${token}`)).status).toBe(404);
  await expect(eraseStaffData(await makeActor("PUSKESMAS_STAFF"), staff.id, "x")).rejects.toThrow(NotAllowed);
  expect(await db.event.findMany({ where: { subjectId: staff.id }, select: { action: true } })).toEqual(
    expect.arrayContaining(
      ["staff.data-copied", "staff.data-asked", "staff.data-erased"].map((action) => ({ action })),
    ),
  );
});

test("a Dinkes that reads lists or exports leaves a note at each office; the office itself leaves none", async () => {
  await makeLicence({ staffId: staff.id, expiresOn: new Date("2027-01-01") });
  await makeStaff({ organisationId: keeper.organisation.id });
  const filter = { kind: "semua", within: "12-bulan", page: 1 } as const;
  for (const actor of [dinkes, keeper]) {
    const { staff: listed } = await listStaff(actor);
    await noteListReading(
      actor,
      "staff-list",
      listed.map(({ officeId }) => officeId),
    );
    const { rows } = await listExpiring(actor, filter, "2026-11-28");
    await noteListReading(
      actor,
      "staff-list",
      rows.map(({ officeId }) => officeId),
    );
    const { officeIds } = await exportStaff(actor);
    await noteListReading(actor, "staff-export", officeIds);
  }
  const { id: organisationId } = keeper.organisation;
  expect(await db.personalReading.findMany({ orderBy: { kind: "desc" } })).toMatchObject([
    { kind: "staff-list", organisationId, userId: dinkes.userId, subject: "2 pegawai" },
    { kind: "staff-export", organisationId, userId: dinkes.userId, subject: "2 pegawai" },
  ]);
});
