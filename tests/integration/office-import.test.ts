import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { organisationImport } from "@/lib/office-import/import";
import { editDinkes } from "@/lib/organisations/writes";
import { roles } from "@/lib/users/rules";
import { newUserSchema } from "@/lib/users/schema";
import { addUser } from "@/lib/users/writes";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let admin: Actor;
beforeEach(async () => {
  const { id } = await makeKabupaten({ name: "Dinas Kesehatan Lampung Selatan" });
  admin = await makeActor("DINKES_ADMIN", { organisationId: id });
});

const heading = "Nama;Jenis;Kode registrasi;Kecamatan;Wilayah kerja;Dilayani bersama;Alamat;Nama admin;Email admin";

async function draft(lines: string, by = admin, head = heading) {
  const upload = { id: randomUUID(), name: "instansi.csv", bytes: Buffer.from(`${head}\n${lines}\n`) };
  const outcome = await organisationImport.draft(by, upload);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

async function look(id: string, by = admin) {
  const found = await organisationImport.find(by, id);
  if (!found || found.confirmedAt) throw new Error("no open draft");
  const list = (wanted: string) => found.preview.lists.find((one) => one.id === wanted)?.rows ?? [];
  return { ...found, faults: list("perbaiki"), ready: list("siap") };
}

async function save(id: string, by = admin) {
  const { plan } = await look(id, by);
  return organisationImport.apply(by, id, plan.fingerprint);
}

async function bring(lines: string, by = admin) {
  return save(await draft(lines, by), by);
}

const area = async (name: string) => {
  const { id } = await db.organisation.findFirstOrThrow({ where: { name } });
  return (await db.workingArea.findMany({ where: { puskesmasId: id }, orderBy: { villageCode: "asc" } })).map(
    ({ villageCode }) => villageCode,
  );
};

describe("the import of puskesmas and hospitals", () => {
  it("makes them with working area and first admin, and says what is wrong with the others", async () => {
    const id = await draft(
      [
        "UPTD Puskesmas Sragi;;P1801150101;Sragi;semua;;Jalan Raya;Ratna;Ratna@Lokmin.example",
        "Puskesmas Katibung;;;18.01.08;Pardasuka; ;;;",
        "Puskesmas Katibung;;;;18.01.08.2001;;;;",
        "RSUD Bob Bazar;;;Kalianda;;;;;",
        ";;;Natar;semua;;;;",
        "Puskesmas Hantu;;;Antah Berantah;;;;;",
        "Puskesmas Setengah;;;Sragi;Bukan Desa;;;Tanpa Surel;",
        "Klinik;Klinik;;Sragi;;;;;",
      ].join("\n"),
    );
    const { faults, ready, preview } = await look(id);
    expect(ready.map(({ label }) => label)).toEqual(["UPTD Puskesmas Sragi", "Puskesmas Katibung", "RSUD Bob Bazar"]);
    expect(faults.map(({ row, lines }) => [row, lines.length])).toEqual([
      [7, 1],
      [8, 2],
      [9, 1],
    ]);
    expect(preview.notes).toContain("1 baris tanpa nama dilewati.");
    expect(await save(id)).toEqual({ ok: true });
    expect(await area("UPTD Puskesmas Sragi")).toHaveLength(10);
    expect(await area("Puskesmas Katibung")).toHaveLength(2);
    const hospital = await db.organisation.findFirstOrThrow({ where: { name: "RSUD Bob Bazar" } });
    expect(hospital).toMatchObject({ kind: "HOSPITAL", parentId: admin.organisation.id, timeZone: "Asia/Jakarta" });
    const user = await db.user.findUniqueOrThrow({ where: { email: "ratna@lokmin.example" } });
    expect(user).toMatchObject({ role: "PUSKESMAS_ADMIN", passwordHash: null });
  });

  it("does not double what is brought in again, also from another file with other headings", async () => {
    await bring("Puskesmas Sragi;;P1801150101;Sragi;semua;;;;");
    const again = await look(await draft("puskesmas  SRAGI;;P1801150101;Sragi;semua;;;;"));
    // A name written otherwise is a change of the name, shown before it is saved.
    expect(again.plan).toMatchObject({ ready: [{ known: { name: "Puskesmas Sragi" } }] });
    const same = await look(await draft("Puskesmas Sragi;;;Sragi;semua;;;;"));
    expect(same.plan).toMatchObject({ ready: [], unchanged: 1 });
    const long = await draft(
      "Puskesmas Sragi;18.01.15.2001;Kuala Sekampung\nPuskesmas Sragi;18.01.15.2002;Kedaung",
      admin,
      "Nama Puskesmas;Kode Desa;Desa",
    );
    expect((await look(long)).plan).toMatchObject({ ready: [], unchanged: 1 });
    expect(await db.organisation.count({ where: { kind: "PUSKESMAS" } })).toBe(1);
  });

  it("asks whether a name like a known one is the same", async () => {
    await bring("UPTD Puskesmas Rawat Inap Sragi;;;Sragi;semua;;;;");
    const id = await draft("Puskesmas Sragi;;;Sragi;semua;;;;");
    const before = await look(id);
    const [question] = before.preview.choices;
    expect(question?.answers?.map(({ label }) => label)).toEqual([
      "Ya, UPTD Puskesmas Rawat Inap Sragi: namanya diganti",
      "Bukan, ini instansi baru",
    ]);
    expect(before.plan).toMatchObject({ ready: [] });
    await organisationImport.choose(admin, id, { [question?.key ?? ""]: question?.answers?.[0]?.value ?? "" });
    expect(await save(id)).toEqual({ ok: true });
    expect(await db.organisation.findMany({ where: { kind: "PUSKESMAS" }, select: { name: true } })).toEqual([
      { name: "Puskesmas Sragi" },
    ]);
  });

  it("shows a desa of another puskesmas, and leaves, moves or shares it as chosen", async () => {
    await bring("Puskesmas Satu;;;Sragi;semua;;;;");
    const id = await draft("Puskesmas Dua;;;Sragi;18.01.15.2001; ;;;");
    expect((await look(id)).ready[0]?.warnings).toEqual(["Desa Kuala Sekampung tetap di Puskesmas Satu"]);
    await organisationImport.choose(admin, id, { bentrok: "pindah" });
    expect(await save(id)).toEqual({ ok: true });
    expect(await area("Puskesmas Dua")).toEqual(["18.01.15.2001"]);
    expect(await area("Puskesmas Satu")).toHaveLength(9);
    expect(await db.event.count({ where: { action: "working-area.lost" } })).toBe(1);
    await bring("Puskesmas Tiga;;;Sragi;18.01.15.2001;ya;;;");
    expect(await area("Puskesmas Dua")).toEqual(await area("Puskesmas Tiga"));
    const twice = await look(await draft("Puskesmas A;;;Sragi;Kedaung;;;;\nPuskesmas B;;;Sragi;Kedaung;;;;"));
    expect(twice.faults[0]?.lines[0]).toMatch(/^Desa Kedaung juga ada di baris 2 \(Puskesmas A\)/);
  });

  it("takes desa out only where that was ticked", async () => {
    await bring("Puskesmas Sragi;;;Sragi;semua;;;;");
    const id = await draft("Puskesmas Sragi;;;Sragi;18.01.15.2001;;;;");
    expect((await look(id)).plan).toMatchObject({ ready: [], unchanged: 1 });
    await organisationImport.choose(admin, id, { lepas: "ya" });
    expect(await save(id)).toEqual({ ok: true });
    expect(await area("Puskesmas Sragi")).toEqual(["18.01.15.2001"]);
  });

  it("refuses a code and an address that are somebody else's, without saying whose", async () => {
    await makePuskesmas({ registrationCode: "P9999999999" });
    const other = await makeUser("PUSKESMAS_STAFF");
    const { faults } = await look(await draft(`Puskesmas Sragi;;P9999999999;Sragi;;;;Ratna;${other.email}`));
    expect(faults[0]?.lines).toEqual([
      "Kode registrasi P9999999999 sudah dipakai instansi lain: periksa lagi",
      `Email admin ${other.email} sudah dipakai pengguna instansi lain`,
    ]);
  });

  it("is offered again where somebody added one meanwhile", async () => {
    const id = await draft("Puskesmas Sragi;;;Sragi;semua;;;;");
    const { plan } = await look(id);
    await makePuskesmas({ name: "Puskesmas Sragi", parentId: admin.organisation.id });
    expect(await organisationImport.apply(admin, id, plan.fingerprint)).toMatchObject({ ok: false });
  });

  it("of two at once saves each office once", async () => {
    const ids = [await draft("Puskesmas Sragi;;;Sragi;semua;;;;"), await draft("Puskesmas Sragi;;;Sragi;semua;;;;")];
    const outcomes = await allEnded(ids.map((id) => save(id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.organisation.count({ where: { name: "Puskesmas Sragi" } })).toBe(1);
  });

  it("is for the office's admin alone; a province brings in hospitals only", async () => {
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: admin.organisation.id });
    await expect(draft("Puskesmas Sragi;;;Sragi;;;;;", reviewer)).rejects.toThrow(NotAllowed);
    const province = await makeActor("DINKES_ADMIN", { organisationId: (await makeProvinsi()).id });
    const id = await draft("RSUD Provinsi;;;;;;;;\nPuskesmas Sragi;;;;;;;;", province);
    const { ready, faults } = await look(id, province);
    expect(ready.map(({ label }) => label)).toEqual(["RSUD Provinsi"]);
    expect(faults[0]?.lines[0]).toBe("Puskesmas dimasukkan oleh Dinas Kesehatan kabupaten/kotanya");
  });

  it("has a template that is read back unchanged, with a row for each kecamatan without a puskesmas", async () => {
    await bring("Puskesmas Sragi;;P1801150101;Sragi;semua;;Jalan Raya;;");
    const template = await organisationImport.template?.(admin, "xlsx");
    const outcome = await organisationImport.draft(admin, {
      id: randomUUID(),
      name: "templat.xlsx",
      bytes: template?.bytes ?? Buffer.of(),
    });
    if (!outcome.ok) throw new Error(outcome.reason);
    const { plan, preview } = await look(outcome.id);
    expect(plan).toMatchObject({ ready: [], refused: [], unchanged: 1 });
    expect(preview.notes).toContain("16 baris tanpa nama dilewati.");
  });
});

it("gives a hospital users with the roles of a puskesmas, and lets its data be edited", async () => {
  await bring("RSUD Bob Bazar;;;Kalianda;;;;;");
  const hospital = await db.organisation.findFirstOrThrow({ where: { kind: "HOSPITAL" } });
  const edit = { name: "RSUD dr. H. Bob Bazar", timeZone: "Asia/Jakarta" as const, address: null, version: 0 };
  expect(await editDinkes(admin, hospital.id, edit)).toEqual({ ok: true });
  const user = { id: randomUUID(), organisationId: hospital.id, name: "Ratna", email: "ratna@lokmin.example" };
  for (const role of roles.filter((one) => one.startsWith("DINKES")))
    expect(await addUser(await inSession(admin), newUserSchema.parse({ ...user, role }))).toMatchObject({
      ok: false,
      field: "role",
    });
  expect(await addUser(await inSession(admin), newUserSchema.parse({ ...user, role: "PUSKESMAS_HEAD" }))).toMatchObject(
    { ok: true },
  );
});
