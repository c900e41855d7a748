import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { exportDirectory, importTemplate } from "@/lib/directory/export";
import { directoryCsv, directoryWorkbook, templateCsv, templateWorkbook } from "@/lib/directory/export-files";
import { directoryImport } from "@/lib/directory/import";
import { listSeats } from "@/lib/directory/reads";
import { confirmImport, findSaving } from "@/lib/imports/confirm";
import { deleteExpiredImports } from "@/lib/imports/drafts";
import type { Role } from "@/prisma/generated/enums";
import { csvFile, type FileRow, fileRow, sheetFile, xlsxFile } from "@/tests/factories/directory-files";
import { makeInvitation } from "@/tests/factories/invitations";
import { runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas, villagesOf } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

/** Uploads and opens the preview. */
async function preview(actor: Actor, bytes: Buffer, name = "mitra.xlsx") {
  const id = randomUUID();
  const outcome = await directoryImport.draft(actor, { id, name, bytes });
  if (!outcome.ok) throw new Error(outcome.reason);
  return shown(actor, id);
}

async function shown(actor: Actor, id: string) {
  const found = await directoryImport.find(actor, id);
  if (!found || found.confirmedAt) throw new Error("No preview");
  const { plan, draft, preview: page } = found;
  return {
    id,
    plan,
    draft,
    page,
    warnings: plan.ready.map(({ warnings }) => warnings),
    refused: plan.refused.map(({ row, reasons }) => ({ row, reason: reasons.join(" | ") })),
    effects: plan.ready.map(({ effect }) => effect),
    confirm: () => directoryImport.apply(actor, id, plan.fingerprint),
  };
}

const directory = async (actor: Actor) =>
  (await exportDirectory(actor)).map(({ title, name, phone }) => ({ title, name, phone }));

describe("thirty rows of which two are faulty", () => {
  async function thirty(villages: { code: string }[]): Promise<FileRow[]> {
    const rows = Array.from({ length: 30 }, (_, index) =>
      fileRow({
        title: index < 10 ? "Kepala Desa" : `Kader ${index}`,
        institution: index < 10 ? "Pemerintah Desa" : "Posyandu",
        villageCode: villages[index % 10]?.code ?? "",
      }),
    );
    const put = (line: number, changes: FileRow) => Object.assign(rows[line - 2] ?? {}, changes);
    put(12, { phone: "+62 840 9999 0001" });
    put(20, { phone: "0840-9999-0001" });
    put(25, { villageCode: "18.01.15.2999" });
    put(31, { name: "" });
    return rows;
  }

  test.each([
    ["XLSX", (rows: FileRow[]) => xlsxFile(rows)],
    ["CSV", async (rows: FileRow[]) => csvFile(rows)],
  ] as const)(
    "%s: 28 are ready, 2 are refused by row and reason, a shared number is warned of, nothing is saved until confirmed",
    async (_kind, make) => {
      const actor = await makeActor("PUSKESMAS_STAFF");
      const bytes = await make(await thirty(await villagesOf("18.01.15")));
      const it = await preview(actor, bytes);
      expect(it.plan.ready).toHaveLength(28);
      expect(it.refused).toEqual([
        { row: 25, reason: expect.stringContaining("Kode desa 18.01.15.2999 tidak ada") },
        { row: 31, reason: expect.stringContaining("Isi nama pejabat") },
      ]);
      expect(it.plan.ready.flatMap(({ row, warnings }) => warnings.map((warning) => `${row}: ${warning}`))).toEqual([
        expect.stringMatching(/^12: Nomor HP 0840-9999-0001 juga dipakai Pejabat \d+ di baris 20$/),
        expect.stringMatching(/^20: Nomor HP 0840-9999-0001 juga dipakai Pejabat \d+ di baris 12$/),
      ]);
      expect([await db.seat.count(), await db.seatHolder.count(), await db.event.count()]).toEqual([0, 0, 0]);

      expect(await it.confirm()).toEqual({ ok: true });
      expect([await db.seat.count(), await db.seatHolder.count(), await db.event.count()]).toEqual([28, 28, 1]);
      const done = await directoryImport.find(actor, it.id);
      expect(done).toMatchObject({ done: { baru: 28, tetap: 0, leftOut: 2 } });
      expect(JSON.stringify(await db.importDraft.findMany())).not.toContain("Pejabat");
      expect(JSON.stringify(await db.event.findMany({ omit: { id: true } }))).not.toMatch(/(0|62)840-?\d{4}-?\d{4}/);

      const again = await preview(actor, bytes);
      expect(again.plan.counts).toEqual({ baru: 0, ganti: 0, kosong: 0, perbarui: 0, tetap: 28 });
      expect(again.plan.refused).toHaveLength(2);
      expect(await again.confirm()).toEqual({ ok: true });
      expect([await db.seat.count(), await db.seatHolder.count(), await db.event.count()]).toEqual([28, 28, 1]);
    },
  );
});

describe("what a row does", () => {
  async function camat(actor: Actor, holder: Parameters<typeof makeSeat>[0]["holder"] = {}) {
    return makeSeat({
      organisationId: actor.organisation.id,
      title: "Camat",
      institution: "Kecamatan Sragi",
      sector: "KECAMATAN",
      holder: holder && { name: "Sulastri, S.Sos", phone: "6284000004321", ...holder },
    });
  }
  const row = (changes: FileRow = {}) => ({
    title: "CAMAT",
    institution: "kecamatan sragi",
    sector: "Kecamatan",
    villageCode: "",
    name: "Sulastri, S.Sos",
    phone: "0840-0000-4321",
    protocolOrder: "10",
    ...changes,
  });

  test.each([
    ["nothing, where all is the same", {}, "tetap", []],
    ["mends a name's spelling", { name: "SULASTRI S.Sos." }, "perbarui", ["Nama: Sulastri, S.Sos → SULASTRI S.Sos."]],
    ["mends a number", { phone: "84000004322" }, "perbarui", ["Nomor HP: 0840-0000-4321 → 0840-0000-4322"]],
    ["takes no number away", { phone: "" }, "tetap", []],
    [
      "adds a prefix",
      { prefix: "plt", ownPost: "Sekcam" },
      "perbarui",
      ["Plt./Plh./Pj.: kosong → Plt.", "Jabatan asal: kosong → Sekcam"],
    ],
    ["keeps sector and order where their cells are empty", { sector: "", protocolOrder: "" }, "tetap", []],
    [
      "changes sector and order",
      { sector: "OPD lain", protocolOrder: "12" },
      "perbarui",
      ["Sektor: Kecamatan → OPD lain", "Urutan protokol: 10 → 12"],
    ],
    ["puts another in the seat", { name: "Ba'u" }, "ganti", ["Sulastri, S.Sos → Ba'u"]],
    ["empties the seat", { name: "(lowong)", phone: "" }, "kosong", ["Sulastri, S.Sos → lowong"]],
    ["is another seat in a desa", { villageCode: "18.01.15.2001", phone: "" }, "baru", []],
  ] as const)("%s", async (_name, changes, effect, words) => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const seat = await camat(actor);
    const host = await db.organisation.findUniqueOrThrow({ where: { id: actor.organisation.id } });
    const startsAt = new Date(Date.now() + 7 * 24 * 3_600_000);
    const { id: meetingId } = await makeMeeting("SCHEDULED", { host, startsAt });
    await makeInvitation({ meetingId, seat });
    const it = await preview(actor, await xlsxFile([row(changes)]));
    expect(it.plan.ready).toMatchObject([{ row: 2, effect, changes: words }]);
    expect(await it.confirm()).toEqual({ ok: true });
    const isLeft = effect === "ganti" || effect === "kosong";
    expect((await db.invitation.findFirstOrThrow({ where: { meetingId } })).holderLeftAt !== null).toBe(isLeft);
    const holders = await db.seatHolder.findMany({ where: { seatId: seat.id }, orderBy: { since: "asc" } });
    if (effect === "ganti") {
      expect(holders).toMatchObject([
        { id: seat.holder?.id, until: expect.any(Date) },
        { name: "Ba'u", until: null },
      ]);
      expect(holders[0]).toMatchObject({ isUntilKnown: false });
      expect(holders[1]).toMatchObject({ since: null });
    } else
      expect(holders).toMatchObject([{ id: seat.holder?.id, until: effect === "kosong" ? expect.any(Date) : null }]);
    expect((await preview(actor, await xlsxFile([row(changes)]))).effects).toEqual(["tetap"]);
  });

  test("a column that is not there leaves what is kept", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    await camat(actor, { prefix: "PLT", ownPost: "Kepala Bagian", email: "camat@contoh.id" });
    const bytes = await sheetFile([
      ["Nama", "INSTANSI *", " jabatan "],
      ["Sulastri, S.Sos", "Kecamatan Sragi", "Camat"],
    ]);
    expect((await preview(actor, bytes)).effects).toEqual(["tetap"]);
  });

  test("a new seat may be vacant, and a vacant one is filled", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const vacant = row({ name: "(Lowong)", phone: "" });
    const first = await preview(actor, await xlsxFile([vacant]));
    expect(first.effects).toEqual(["baru"]);
    await first.confirm();
    expect(await db.seatHolder.count()).toBe(0);
    expect((await preview(actor, await xlsxFile([vacant]))).effects).toEqual(["tetap"]);
    const second = await preview(actor, await xlsxFile([row()]));
    expect(second.plan.ready).toMatchObject([{ effect: "ganti", changes: ["lowong → Sulastri, S.Sos"] }]);
    await second.confirm();
    expect(await directory(actor)).toEqual([{ title: "CAMAT", name: "Sulastri, S.Sos", phone: "0840-0000-4321" }]);
  });

  test("an archived seat stands aside: the file makes a new one", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    await db.seat.update({ where: { id: (await camat(actor)).id }, data: { archivedAt: new Date() } });
    const it = await preview(actor, await xlsxFile([row()]));
    expect(it.effects).toEqual(["baru"]);
    expect(await it.confirm()).toEqual({ ok: true });
  });

  test("empty cells take away what is stored only where the importer ticks so", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const seat = await camat(actor, { prefix: "PLT", ownPost: "Kepala Bagian", email: "camat@contoh.id" });
    const it = await preview(actor, await xlsxFile([row({ phone: "-", prefix: "–", email: "n/a" })]));
    expect(it.effects).toEqual(["tetap"]);
    expect(it.page.choices).toMatchObject([{ key: "empty", value: "", hint: expect.stringContaining("4 isian") }]);
    expect(await directoryImport.choose(actor, it.id, { empty: "ya" })).toEqual({ ok: true });
    const ticked = await shown(actor, it.id);
    expect(ticked.plan.ready[0]?.changes).toEqual([
      "Plt./Plh./Pj.: Plt. → kosong",
      "Jabatan asal: Kepala Bagian → kosong",
      "Nomor HP: 0840-0000-4321 → kosong",
      "Email: camat@contoh.id → kosong",
    ]);
    expect(await it.confirm(), "what was shown before the answer").toMatchObject({ ok: false });
    expect(await ticked.confirm()).toEqual({ ok: true });
    expect(await db.seatHolder.findUnique({ where: { id: seat.holder?.id ?? "" } })).toMatchObject({
      prefix: null,
      ownPost: null,
      phone: null,
      email: null,
    });
  });

  test("several people of one jabatan: who is who is asked, and an answer stays when another is given", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const kader = (name: string, phone: string) =>
      fileRow({ title: "Kader", institution: "Posyandu Mawar", name, phone, email: `${name.toLowerCase()}@contoh.id` });
    const before = [kader("Sumiati", "0840-1000-0001"), kader("Rohaya", "0840-1000-0002")];
    await (await preview(actor, await xlsxFile(before))).confirm();
    const rows = [
      { ...kader("Sumiati", "0840-1000-0001"), email: "" },
      kader("Painem", "0840-1000-0003"),
      kader("Tini", "0840-1000-0004"),
    ];
    const it = await preview(actor, await xlsxFile(rows));
    expect(it.effects).toEqual(["tetap"]);
    expect(it.plan.refused.map(({ row }) => row)).toEqual([3, 4]);
    const [painem] = it.plan.questions;
    expect(painem?.answers.map(({ label }) => label)).toEqual(["Orang tambahan di jabatan ini", "Menggantikan Rohaya"]);
    await directoryImport.choose(actor, it.id, { "jabatan-3": painem?.answers[1]?.value ?? "" });
    expect((await shown(actor, it.id)).effects).toEqual(["tetap", "ganti", "baru"]);
    await directoryImport.choose(actor, it.id, { empty: "ya" });
    const ticked = await shown(actor, it.id);
    expect(ticked.effects).toEqual(["perbarui", "ganti", "baru"]);
    await directoryImport.choose(actor, it.id, {}, ["empty"]);
    const last = await shown(actor, it.id);
    expect(last.effects).toEqual(["tetap", "ganti", "baru"]);
    expect(await last.confirm()).toEqual({ ok: true });
    const holders = await db.seatHolder.findMany({ where: { until: null }, orderBy: { name: "asc" } });
    expect(holders.map(({ name }) => name)).toEqual(["Painem", "Sumiati", "Tini"]);
    expect(await db.seatHolder.findFirst({ where: { name: "Rohaya" } })).toMatchObject({ until: expect.any(Date) });
  });

  test.each([
    ["Camat", "Kecamatan Sragi", "", "KECAMATAN", 10],
    ["Sekretaris Camat", "Kecamatan Sragi", "", "KECAMATAN", 11],
    ["Danramil", "Koramil 421", "", "SECURITY", 30],
    ["Kepala Desa", "Pemerintah Desa", "1801152001", "DESA", 50],
    ["Kepala Dusun I", "Pemerintah Desa", "", "DESA", 56],
    ["Kader", "Posyandu Melati", "18.01.15.2001", "DESA", 59],
    ["Bidan Desa", "Pustu", "18.01.15.2001", "HEALTH", 86],
    ["Kepala", "SDN 1 Baktirasa", "", "EDUCATION", 42],
    ["Kepala KUA", "KUA Sragi", "", "RELIGION", 44],
    ["Penyuluh KB", "Dinas P3AP2KB", "", "FAMILY_PLANNING", 46],
    ["Direktur", "RSUD Kalianda", "", "NETWORK", 70],
    ["Anggota", "Perkumpulan", "", "OTHER", 100],
  ] as const)(
    "without a sector %s, %s gets what its jabatan says",
    async (title, institution, villageCode, sector, order) => {
      const actor = await makeActor("PUSKESMAS_STAFF");
      const it = await preview(
        actor,
        await xlsxFile([fileRow({ title, institution, villageCode, sector: "", protocolOrder: "" })]),
      );
      expect(it.plan.ready[0]?.changes).toEqual([expect.stringContaining(`urutan ${order}`)]);
      await it.confirm();
      expect(await db.seat.findFirst()).toMatchObject({ sector, protocolOrder: order });
    },
  );

  test("a corrected sector corrects the order that came with it, not one of its own", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const wrong = { institution: "Kecamatan Sragi", phone: "", sector: "Lainnya" };
    await (
      await preview(
        actor,
        await xlsxFile([
          row({ ...wrong, protocolOrder: "100" }),
          row({ ...wrong, title: "Kasi Pemerintahan", protocolOrder: "17" }),
        ]),
      )
    ).confirm();
    const right = { institution: "Kecamatan Sragi", phone: "", protocolOrder: "" };
    const it = await preview(actor, await xlsxFile([row(right), row({ ...right, title: "Kasi Pemerintahan" })]));
    expect(it.plan.ready.map(({ changes }) => changes)).toEqual([
      ["Sektor: Lainnya → Kecamatan", "Urutan protokol: 100 → 10"],
      ["Sektor: Lainnya → Kecamatan"],
    ]);
  });
});

describe("rows that wait", () => {
  test.each([
    ["without jabatan", { title: "" }, "Isi jabatan"],
    ["without instansi", { institution: " " }, "Isi instansi"],
    ["with a number that is none", { phone: "12345" }, "Nomor HP 12345 belum benar"],
    ["with letters for a number", { phone: "belum ada" }, "Nomor HP belum ada belum benar"],
    ["of a desa elsewhere", { villageCode: "35.08.12.2001" }, "Desa Purworejo (35.08.12.2001) di luar wilayah kerja"],
    ["with half a code", { villageCode: "18.01.15" }, "Kode desa “18.01.15” belum benar"],
    ["of an unknown sector", { sector: "Perikanan" }, "Sektor “Perikanan” tidak dikenal"],
    ["with another prefix", { prefix: "Bpk." }, "Awalan “Bpk.” tidak dikenal"],
    ["with an own post but no prefix", { ownPost: "Sekcam" }, "kosongkan jabatan asal"],
    ["vacant, with a phone", { name: "(lowong)" }, "Jabatan ini (lowong): kosongkan"],
    ["with an order that is none", { protocolOrder: "pertama" }, "Urutan protokol harus angka bulat"],
    ["with an address that is none", { email: "nama" }, "Alamat email belum benar"],
    ["with a name too long", { name: "N".repeat(121) }, "paling banyak 120 huruf"],
  ] as const)("%s", async (_name, changes, reason) => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const it = await preview(actor, await xlsxFile([fileRow(changes), fileRow()]));
    expect(it.refused).toEqual([{ row: 2, reason: expect.stringContaining(reason) }]);
    expect(it.plan.ready).toHaveLength(1);
  });

  test("all that is wrong with a row is told at once", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const it = await preview(actor, await xlsxFile([fileRow({ title: "", name: "", phone: "x" })]));
    expect(it.plan.refused[0]?.reasons).toHaveLength(3);
  });

  test("two rows about one seat, however they are written", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const seat = { title: "Kapolsek", institution: "Polsek Sragi" };
    const it = await preview(
      actor,
      await xlsxFile([fileRow(seat), fileRow(), fileRow({ ...seat, title: "KAPOLSEK" })]),
    );
    expect(it.refused).toEqual([
      { row: 2, reason: expect.stringContaining("juga ada di baris 4") },
      { row: 4, reason: expect.stringContaining("juga ada di baris 2") },
    ]);
  });

  test("a number that somebody else in the directory has", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    await makeSeat({
      organisationId: actor.organisation.id,
      title: "Danramil",
      institution: "Koramil Sragi",
      holder: { name: "Ba'u", phone: "6284000007777" },
    });
    const it = await preview(actor, await xlsxFile([fileRow({ phone: "0840 0000 7777" })]));
    expect(it.effects).toEqual(["baru"]);
    expect(it.warnings).toEqual([
      ["Nomor HP 0840-0000-7777 juga dipakai Ba'u (Danramil, Koramil Sragi) di daftar mitra"],
    ]);
    const same = await preview(actor, await xlsxFile([fileRow({ phone: "0840 0000 7777", name: "BA'U" })]));
    expect([same.effects, same.warnings], "one person in two seats").toEqual([["baru"], [[]]]);
  });

  test("two that change numbers with each other do not stand in each other's way", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const [one, two] = [fileRow(), fileRow()];
    await (await preview(actor, await xlsxFile([one, two]))).confirm();
    const changed = [
      { ...one, phone: two.phone ?? "" },
      { ...two, phone: one.phone ?? "" },
    ];
    expect((await preview(actor, await xlsxFile(changed))).effects).toEqual(["perbarui", "perbarui"]);
  });
});

describe("confirmed", () => {
  test("twice at once, it happens once", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const it = await preview(actor, await xlsxFile(Array.from({ length: 40 }, () => fileRow())));
    expect(await allEnded([it.confirm(), it.confirm(), it.confirm()])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect([await db.seat.count(), await db.seatHolder.count(), await db.event.count()]).toEqual([40, 40, 1]);
  });

  test("a large upload is saved by a job, once however often it is pressed; its page tells how far it is", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const rows = Array.from({ length: 1200 }, (_, index) =>
      fileRow({ title: `Kader ${index}`, institution: "Posyandu", phone: "" }),
    );
    const { id, plan } = await preview(actor, await csvFile(rows), "mitra.csv");
    const press = () => confirmImport(actor, directoryImport, { id, shown: plan.fingerprint });
    expect(await allEnded([press(), press()])).toEqual([{ ok: true }, { ok: true }]);
    expect([await db.job.count(), await db.seat.count()]).toEqual([1, 0]);
    expect(await findSaving(actor, id)).toMatchObject({ state: "waiting" });
    await runJobs();
    expect(await db.seat.count()).toBe(plan.ready.length);
    expect(await findSaving(actor, id)).toMatchObject({ state: "done", outcome: "Sudah disimpan" });
    expect(await press()).toEqual({ ok: true });
    expect(await db.job.count()).toBe(1);
    await expect(
      confirmImport(await makeActor("PUSKESMAS_READER"), directoryImport, { id, shown: plan.fingerprint }),
    ).rejects.toThrow(NotAllowed);
  });

  test("a large upload whose preview is out of date is not saved, and its page says why", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const rows = Array.from({ length: 1200 }, (_, index) =>
      fileRow({ title: `Kader ${index}`, institution: "Posyandu", phone: "" }),
    );
    const { id } = await preview(actor, await csvFile(rows), "mitra.csv");
    expect(await confirmImport(actor, directoryImport, { id, shown: "lama" })).toEqual({ ok: true });
    await runJobs();
    expect(await db.seat.count()).toBe(0);
    expect(await findSaving(actor, id)).toMatchObject({ state: "failed", outcome: expect.stringContaining("berubah") });
  });

  test("by two people at once, the later one is shown the directory anew", async () => {
    const first = await makeActor("PUSKESMAS_STAFF");
    const second = await makeActor("PUSKESMAS_ADMIN", { organisationId: first.organisation.id });
    const bytes = await xlsxFile(Array.from({ length: 20 }, () => fileRow()));
    const [mine, theirs] = [await preview(first, bytes), await preview(second, bytes)];
    const outcomes = await allEnded([mine.confirm(), theirs.confirm()]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toHaveProperty("reason", expect.stringContaining("berubah sejak"));
    expect(await db.seat.count()).toBe(20);
  });

  test("after the directory changed, nothing is done and the new preview says so", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const row = fileRow();
    const it = await preview(actor, await xlsxFile([row, fileRow()]));
    await makeSeat({
      organisationId: actor.organisation.id,
      title: row.title ?? "",
      institution: row.institution ?? "",
    });
    expect(await it.confirm()).toMatchObject({ ok: false, reason: expect.stringContaining("berubah sejak") });
    expect(await db.seat.count()).toBe(1);
    expect((await shown(actor, it.id)).effects).toEqual(["ganti", "baru"]);
  });

  test("a seat added in the same moment is not doubled", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const row = fileRow();
    const it = await preview(actor, await xlsxFile([row]));
    const add = makeSeat({
      organisationId: actor.organisation.id,
      title: row.title ?? "",
      institution: row.institution ?? "",
    });
    await Promise.allSettled([it.confirm(), add]);
    expect(await db.seat.count()).toBe(1);
  });
});

describe("a draft", () => {
  test("is its uploader's alone", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const it = await preview(actor, await xlsxFile([fileRow()]));
    const colleague = await makeActor("PUSKESMAS_ADMIN", { organisationId: actor.organisation.id });
    const stranger = await makeActor("PUSKESMAS_ADMIN");
    for (const other of [colleague, stranger]) {
      expect(await directoryImport.find(other, it.id)).toBeNull();
      expect(await directoryImport.waiting(other)).toEqual([]);
      expect(await directoryImport.apply(other, it.id, it.plan.fingerprint)).toMatchObject({ ok: false });
      await directoryImport.discard(other, it.id);
      expect(
        await directoryImport.draft(other, { id: it.id, name: "x", bytes: await xlsxFile([fileRow()]) }),
      ).toMatchObject({
        ok: false,
      });
    }
    expect(await directoryImport.waiting(actor)).toMatchObject([{ id: it.id, fileName: "mitra.xlsx" }]);
    expect(await directoryImport.find(actor, "bukan-id")).toBeNull();
  });

  test("is gone after a day, or when thrown away", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const [old, thrown] = [
      await preview(actor, await xlsxFile([fileRow()])),
      await preview(actor, await xlsxFile([fileRow()])),
    ];
    await db.importDraft.update({
      where: { id: old.id },
      data: { createdAt: new Date(Date.now() - 24.1 * 3_600_000) },
    });
    expect(await directoryImport.find(actor, old.id)).toBeNull();
    expect(await old.confirm()).toMatchObject({ ok: false, reason: expect.stringContaining("lewat sehari") });
    expect(await deleteExpiredImports()).toBe(1);
    await directoryImport.discard(actor, thrown.id);
    expect(await thrown.confirm()).toMatchObject({ ok: false });
    expect(await db.importDraft.count()).toBe(0);
  });

  test("of a form sent twice is one; another file through the same form replaces it", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const [id, bytes] = [randomUUID(), await xlsxFile([fileRow()])];
    const send = (name: string, content = bytes) => directoryImport.draft(actor, { id, name, bytes: content });
    expect(await allEnded([send("a.xlsx"), send("a.xlsx")])).toEqual([
      { ok: true, id },
      { ok: true, id },
    ]);
    await send("..\\b.xlsx", await xlsxFile([fileRow(), fileRow()]));
    expect(await directoryImport.waiting(actor)).toMatchObject([{ fileName: "b.xlsx" }]);
    expect((await shown(actor, id)).plan.ready).toHaveLength(2);
  });

  test("six uploads: the five newest wait", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const bytes = await xlsxFile([fileRow()]);
    for (let count = 0; count < 6; count++) await preview(actor, bytes);
    expect(await db.importDraft.count()).toBe(5);
  });
});

describe("who may", () => {
  const allowed: Record<Role, boolean> = {
    PUSKESMAS_ADMIN: true,
    PUSKESMAS_HEAD: true,
    PUSKESMAS_STAFF: true,
    PUSKESMAS_READER: false,
    DINKES_ADMIN: false,
    DINKES_REVIEWER: false,
  };
  test.each(Object.entries(allowed) as [Role, boolean][])("%s: %s", async (role, may) => {
    const actor = await makeActor(role);
    const bytes = await xlsxFile([fileRow()]);
    const tries = [
      () => directoryImport.draft(actor, { id: randomUUID(), name: "x", bytes }),
      () => directoryImport.apply(actor, randomUUID(), ""),
      () => directoryImport.discard(actor, randomUUID()),
      () => exportDirectory(actor),
      () => importTemplate(actor),
    ];
    for (const attempt of tries)
      if (may) await attempt();
      else await expect(attempt()).rejects.toThrow(NotAllowed);
  });
});

describe("export and back", () => {
  const names = [
    "Sulastri, S.Tr.Keb., SKM, MKM",
    "Ba'u",
    "<script>alert(1)</script>",
    "N".repeat(60),
    "=1+1",
    "+628",
    "-x",
    "@y",
    "'=z",
    "''",
    'Dr. "Ani"; M.Si',
  ];

  test.each(["xlsx", "csv"] as const)(
    "%s: every value comes back as it was, and nothing would change",
    async (form) => {
      const actor = await makeActor("PUSKESMAS_ADMIN");
      const organisationId = actor.organisation.id;
      for (const [index, name] of names.entries())
        await makeSeat({
          organisationId,
          title: `${name} ${index}`,
          institution: name,
          villageCode: index % 2 ? "18.01.15.2001" : null,
          holder: { name, prefix: index % 3 ? "PLH" : null, ownPost: index % 3 ? name : null },
        });
      await makeSeat({ organisationId, title: "Jabatan lowong", holder: null });
      await makeSeat({ organisationId, title: "Rumah sakit", holder: { phone: "62727330123", email: "a@b.id" } });
      const [twin] = await db.seatHolder.findMany({ where: { name: "Ba'u" } });
      await makeSeat({ organisationId, holder: { name: "Orang lain", phone: twin?.phone ?? "" } });
      const rows = await exportDirectory(actor);
      const bytes = await buffer(form === "csv" ? directoryCsv(rows) : directoryWorkbook(rows));
      const it = await preview(actor, bytes, `mitra.${form}`);
      expect(it.refused).toEqual([]);
      expect(it.plan.counts).toEqual({ baru: 0, ganti: 0, kosong: 0, perbarui: 0, tetap: names.length + 3 });
      const read = new Map(it.draft.rows.map(({ values }) => [values?.title, values?.name]));
      for (const [index, name] of names.entries()) expect(read.get(`${name} ${index}`)).toBe(name);
      expect((await listSeats(actor)).total).toBe(names.length + 3);
    },
  );

  test("a directory goes over to another puskesmas as it is", async () => {
    const [from, to] = [await makeActor("PUSKESMAS_ADMIN"), await makeActor("PUSKESMAS_ADMIN")];
    for (const name of names)
      await makeSeat({ organisationId: from.organisation.id, title: name, institution: name, holder: { name } });
    const it = await preview(to, await buffer(directoryCsv(await exportDirectory(from))));
    await it.confirm();
    expect(await exportDirectory(to)).toEqual(await exportDirectory(from));
  });

  test("the template: its example is never imported", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: (await makePuskesmas()).id });
    const template = await importTemplate(actor);
    for (const bytes of [await templateWorkbook(template), templateCsv(template)])
      expect(await directoryImport.draft(actor, { id: randomUUID(), name: "templat", bytes })).toMatchObject({
        ok: false,
        reason: expect.stringContaining("Tidak ada baris mitra"),
      });
    const filled = await buffer(
      directoryCsv([template.example, { ...template.example, ...fileRow(), villageCode: "", prefix: "", ownPost: "" }]),
    );
    const it = await preview(actor, filled);
    expect([it.draft.examples, it.plan.ready.map(({ row }) => row)]).toEqual([1, [3]]);
  });
});
