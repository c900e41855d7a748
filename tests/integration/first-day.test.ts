import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { fillDirectory, fillSchema } from "@/lib/directory/fill";
import { findProposedSeats } from "@/lib/directory/proposed";
import { archiveSeat } from "@/lib/directory/writes";
import { listGaps } from "@/lib/evidence-pack/gaps";
import { readFirstDay } from "@/lib/first-day/facts";
import { firstDayOf } from "@/lib/first-day/steps";
import { takeStandardIndicators, takeStandardSchema } from "@/lib/indicators/take-standard";
import { findOffice } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import { stateOf } from "@/lib/matrix/rows";
import { cellLetters } from "@/lib/matrix/states";
import { listYear } from "@/lib/meetings/year";
import { addProposedOffices, findOpenDistricts, proposedOfficesSchema } from "@/lib/office-import/proposed";
import { findStartOfUse, setStartOfUse, startOfUseSchema } from "@/lib/organisations/start-of-use";
import { toInstant } from "@/lib/time";
import { listSentences } from "@/tests/factories/events";
import { makeIndicator } from "@/tests/factories/indicators";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const villages = ["18.01.15.2001", "18.01.15.2002"];

async function makeOffice() {
  const office = await makePuskesmas({ name: "Puskesmas Sragi", villageCodes: villages });
  return makeActor("PUSKESMAS_ADMIN", { organisationId: office.id });
}

const rowsOf = (rows: Record<string, string>[]) => fillSchema.parse({ rows });

describe("the directory out of the working area", () => {
  test("is made as it was chosen, with names where there are some, and its head's seat", async () => {
    const actor = await makeOffice();
    const { missing } = await findProposedSeats(actor);
    const [camat, ...others] = missing;
    const rows = [
      { key: camat?.key ?? "", chosen: "ya", name: "Ba'u, S.Sos.", phone: "0840-0000-0001" },
      ...others.map(({ key }) => ({ key, chosen: "ya", name: "", phone: "" })),
    ];
    expect(await fillDirectory(actor, rowsOf(rows))).toEqual({ ok: true, added: missing.length, named: 0 });
    expect(await db.seat.count()).toBe(missing.length);
    expect(await db.seatHolder.findMany({ include: { person: true } })).toMatchObject([
      { name: "Ba'u, S.Sos.", phone: "6284000000001", person: { name: "Ba'u, S.Sos.", title: "Camat" } },
    ]);
    const office = await db.organisation.findUniqueOrThrow({
      where: { id: actor.organisation.id },
      include: { headSeat: true },
    });
    expect(office.headSeat).toMatchObject({ title: "Kepala Puskesmas" });
    expect(await listSentences()).toContainEqual(
      expect.objectContaining({ says: "menambah mitra: Camat, Kecamatan Sragi" }),
    );

    const again = await findProposedSeats(actor);
    expect(again.missing).toEqual([]);
    expect(again.vacant).toHaveLength(missing.length - 1);
  });

  test("nothing is made twice: by the same form, by two at once, or beside what stands or was archived", async () => {
    const actor = await makeOffice();
    const organisationId = actor.organisation.id;
    await makeSeat({ organisationId, title: "Camat Sragi", institution: "Kecamatan Sragi", sector: "KECAMATAN" });
    const old = await makeSeat({ organisationId, title: "Kapolsek", institution: "Polsek Sragi", sector: "SECURITY" });
    await archiveSeat(actor, old.id);
    const { missing } = await findProposedSeats(actor);
    expect(missing.map(({ title }) => title)).not.toContain("Camat");
    expect(missing.map(({ title }) => title)).not.toContain("Kapolsek");
    const form = rowsOf(missing.map(({ key }) => ({ key, chosen: "ya" })));
    const outcomes = await allEnded([1, 2, 3].map(() => fillDirectory(actor, form)));
    const added = outcomes.map((outcome) => (outcome.ok ? outcome.added : -1)).sort((one, other) => one - other);
    expect(added).toEqual([0, 0, missing.length]);
    expect(await db.seat.count()).toBe(missing.length + 2);
  });

  test("a name is put into a seat that never had one, and into no other", async () => {
    const actor = await makeOffice();
    const organisationId = actor.organisation.id;
    const vacant = await makeSeat({ organisationId, title: "Bidan Koordinator", holder: null });
    const held = await makeSeat({ organisationId, title: "Sanitarian" });
    const foreign = await makeSeat({ organisationId: (await makePuskesmas()).id, holder: null });
    const rows = [vacant, held, foreign].map(({ id }) => ({ key: id, name: "Nining" }));
    expect(await fillDirectory(actor, rowsOf(rows))).toEqual({ ok: true, added: 0, named: 1 });
    expect(await db.seatHolder.findMany({ where: { name: "Nining" } })).toMatchObject([{ seatId: vacant.id }]);
    expect(await listSentences()).toContainEqual(
      expect.objectContaining({ says: `mengisi jabatan: Bidan Koordinator, ${vacant.institution}` }),
    );
  });

  test("a number without a name and an empty form are asked back", async () => {
    const actor = await makeOffice();
    expect(fillSchema.safeParse({ rows: [{ key: "x", phone: "0840-0000-0001" }] }).success).toBe(false);
    expect(await fillDirectory(actor, rowsOf([]))).toMatchObject({ ok: false });
  });
});

describe("the first day", () => {
  test("of a puskesmas ticks itself off and is over with the first Lokmin held", async () => {
    const actor = await makeOffice();
    const organisationId = actor.organisation.id;
    const look = async () => {
      const facts = await readFirstDay(actor);
      if (!facts) throw new Error("No first day");
      const { steps, next, isOver } = firstDayOf(actor, facts);
      return { open: steps.filter(({ isDone }) => !isDone).map(({ id }) => id), next: next?.id, isOver };
    };
    expect(await look()).toEqual({
      open: ["sejak", "mitra", "pengguna", "indikator", "lokmin"],
      next: "sejak",
      isOver: false,
    });
    await setStartOfUse(actor, "2026-11-01");
    await makeSeat({ organisationId });
    await makeUser("PUSKESMAS_STAFF", { organisationId });
    await makeIndicator({ organisationId });
    expect(await look()).toEqual({ open: ["lokmin"], next: "lokmin", isOver: false });
    await makeMeeting("CLOSED", { host: await db.organisation.findUniqueOrThrow({ where: { id: organisationId } }) });
    expect(await look()).toMatchObject({ open: [], isOver: true });
  });

  test("of a Dinkes leads from the puskesmas to their users", async () => {
    const dinkes = await makeKabupaten();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
    const open = async () => {
      const facts = await readFirstDay(actor);
      return facts && firstDayOf(actor, facts).next?.id;
    };
    expect(await open()).toBe("sejak");
    await setStartOfUse(actor, "2026-11-01");
    expect(await open()).toBe("instansi");
    const puskesmas = await makePuskesmas({ parentId: dinkes.id });
    expect(await open()).toBe("pengguna");
    await makeUser("PUSKESMAS_ADMIN", { organisationId: puskesmas.id });
    expect(await open()).toBe("indikator");
    expect(await readFirstDay(await makeActor("DINKES_REVIEWER", { organisationId: dinkes.id }))).toBeNull();
  });
});

describe("the puskesmas of a kabupaten", () => {
  const rowsOfOffices = (rows: Record<string, string>[]) => proposedOfficesSchema.parse({ rows });

  test("are proposed for each kecamatan without one, and made with their desa and admins", async () => {
    const dinkes = await makeKabupaten();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
    await makePuskesmas({ parentId: dinkes.id, areaCode: "18.01.15" });
    const open = await findOpenDistricts(actor);
    expect(open.length).toBeGreaterThan(5);
    expect(open.map(({ code }) => code)).not.toContain("18.01.15");
    const rows = open.map(({ code, name }) => ({
      ...{ district: code, chosen: "ya", name: `Puskesmas ${name}`, adminName: "", adminEmail: "" },
    }));
    const [first, ...others] = rows;
    const form = rowsOfOffices([{ ...first, adminName: "Ratna", adminEmail: "ratna@lokmin.example" }, ...others]);
    expect(await addProposedOffices(actor, form)).toEqual({ ok: true, added: open.length, admins: 1 });
    expect(await findOpenDistricts(actor)).toEqual([]);
    const made = await db.organisation.findMany({
      where: { parentId: dinkes.id },
      include: { _count: { select: { workingArea: true, users: true } } },
    });
    expect(made).toHaveLength(open.length + 1);
    for (const { _count } of made) expect(_count.workingArea).toBeGreaterThan(0);
    // The same form once more makes nothing.
    expect(await addProposedOffices(actor, rowsOfOffices(others))).toEqual({ ok: true, added: 0, admins: 0 });
  });

  test("one that cannot be made is named at its row, and none is made", async () => {
    const dinkes = await makeKabupaten();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
    const row = (district: string, name: string, adminEmail = "") => ({
      ...{ district, chosen: "ya", name, adminName: adminEmail && "Ratna", adminEmail },
    });
    const save = (...rows: Record<string, string>[]) => addProposedOffices(actor, rowsOfOffices(rows));
    expect(await save(row("18.01.04", "Satu"), row("73.22.01", "Dua"))).toMatchObject({ field: "rows.1.name" });
    expect(await save(row("18.01.04", "Satu"), row("18.01.05", ""))).toMatchObject({ field: "rows.1.name" });
    expect(await save(row("18.01.04", "Satu", "bukan email"))).toMatchObject({ ok: false });
    expect(await db.organisation.count({ where: { parentId: dinkes.id } })).toBe(0);
  });
});

describe("the months before Lokmin was used", () => {
  const now = toInstant("2024-06-20", "09:00", "Asia/Jakarta");

  async function makeYear() {
    const dinkes = await makeKabupaten();
    const host = await makePuskesmas({ parentId: dinkes.id });
    await makeMeeting("CLOSED", {
      ...{ host, kind: "MONTHLY_LOKMIN", startsAt: toInstant("2024-02-20", "09:00", "Asia/Jakarta") },
    });
    const admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
    const own = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const look = async () => {
      const office = await findOffice(admin);
      const [row] = office ? (await findMatrix(admin, office, 2024, now)).rows : [];
      return {
        matrix: row?.cells.map((cell) => cellLetters[stateOf(cell)]).join(""),
        due: row?.cells.reduce((sum, { due }) => sum + due, 0),
        year: (await listYear(own, 2024, now)).filter(({ state }) => state === "missed").length,
        gaps: (await listGaps(own, host.id, 2024, now)).filter(({ meetingId }) => meetingId === null).length,
      };
    };
    return { admin, own, look };
  }

  test("are nowhere missed, and what was held in them counts", async () => {
    const { admin, own, look } = await makeYear();
    expect(await look()).toEqual({ matrix: "XLXXX–––––––X–––", due: 6, year: 5, gaps: 5 });
    expect(await setStartOfUse(admin, "2024-04-01")).toEqual({ ok: true });
    expect(await look()).toEqual({ matrix: "·L·XX–––––––·–––", due: 3, year: 2, gaps: 2 });
    // The puskesmas's own word goes before its Dinkes's.
    await setStartOfUse(own, "2024-05-01");
    expect(await look()).toEqual({ matrix: "·L··X–––––––·–––", due: 2, year: 1, gaps: 1 });
    expect(await findStartOfUse(own)).toMatchObject({ month: "2024-05-01", by: { id: own.organisation.id } });
    await setStartOfUse(own, null);
    expect(await findStartOfUse(own)).toMatchObject({ month: "2024-04-01", by: { id: admin.organisation.id } });
    await setStartOfUse(admin, "2025-01-01");
    expect(await look()).toEqual({ matrix: "·L··············", due: 1, year: 0, gaps: 0 });
  });

  test("are asked for as a month and a year, both or none", () => {
    expect(startOfUseSchema.parse({ month: "4", year: "2024" })).toBe("2024-04-01");
    expect(startOfUseSchema.parse({ month: "", year: "" })).toBeNull();
    for (const typed of [
      { month: "4", year: "" },
      { month: "", year: "2024" },
      { month: "13", year: "2024" },
      { month: "4", year: "24" },
      { month: "4", year: "dua ribu" },
    ])
      expect(startOfUseSchema.safeParse(typed).success, JSON.stringify(typed)).toBe(false);
  });
});

describe("indicators out of the standard list", () => {
  const keysOf = (keys: string[]) => takeStandardSchema.parse({ keys });

  test("are made as they are, behind those that are there", async () => {
    const actor = await makeOffice();
    const organisationId = actor.organisation.id;
    await makeIndicator({ organisationId, position: 30 });
    expect(await takeStandardIndicators(actor, keysOf(["k6", "spm-balita"]))).toEqual({ ok: true, added: 2 });
    const made = await db.indicator.findMany({ where: { position: { gt: 30 } }, orderBy: { position: "asc" } });
    expect(made).toMatchObject([
      { name: "SPM balita", position: 40, definition: expect.stringContaining("Permenkes 6/2024") },
      { name: "Pelayanan antenatal K6", position: 50, form: "COVERAGE", organisationId },
    ]);
  });

  test("are made once, no matter who asks how often, and not beside those of the Dinkes or archived ones", async () => {
    const dinkes = await makeKabupaten();
    const office = await makePuskesmas({ parentId: dinkes.id });
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: office.id });
    await makeIndicator({ organisationId: dinkes.id, name: "pelayanan antenatal K6" });
    await makeIndicator({ organisationId: office.id, name: "SPM balita", archivedAt: new Date() });
    const all = takeStandardSchema.parse({ semua: "ya" });
    const outcomes = await allEnded([1, 2].map(() => takeStandardIndicators(actor, all)));
    const added = outcomes.map((outcome) => (outcome.ok ? outcome.added : -1)).sort((one, other) => one - other);
    expect(added).toEqual([0, all.keys.length - 2]);
    expect(await takeStandardIndicators(actor, keysOf(["not there"]))).toMatchObject({ ok: false });
  });
});
