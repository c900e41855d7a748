import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { addOfficeAbove } from "@/lib/organisations/province";
import { provinceAboveSchema, setupSchema, workingAreaSchema } from "@/lib/organisations/schema";
import { isSetupOpen, listSetupAreas, setUp } from "@/lib/organisations/setup";
import { setWorkingArea } from "@/lib/organisations/working-area";
import { dayOf } from "@/lib/time";
import { verifySignIn } from "@/lib/users/sign-in";
import { makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { actorOf, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const token = "0123456789abcdefABCDEF";
const first = (changes: Record<string, unknown> = {}) =>
  setupSchema.parse({
    area: "18.01",
    organisationName: "",
    kind: "DINKES",
    name: "Ba'u",
    email: "Admin@Lokmin.example",
    newPassword: "kata sandi pertama",
    repeatPassword: "kata sandi pertama",
    ...changes,
  });

beforeEach(() => {
  process.env.LOKMIN_SETUP_TOKEN = token;
});
afterEach(() => {
  delete process.env.LOKMIN_SETUP_TOKEN;
});

describe("the first set-up", () => {
  test("opens with the printed link while there is no user, and with no other", async () => {
    expect(await isSetupOpen(token)).toBe(true);
    for (const other of ["", "x", token.toLowerCase(), `${token}x`]) expect(await isSetupOpen(other)).toBe(false);
    await makeUser("PUSKESMAS_READER", { deactivatedAt: new Date() });
    expect(await isSetupOpen(token)).toBe(false);
    delete process.env.LOKMIN_SETUP_TOKEN;
    expect(await isSetupOpen("")).toBe(false);
  });

  test.each([
    ["18.01", "DISTRICT_DINKES", "Dinas Kesehatan Kabupaten Lampung Selatan"],
    ["18.01 Kabupaten Lampung Selatan", "DISTRICT_DINKES", "Dinas Kesehatan Kabupaten Lampung Selatan"],
    ["36", "PROVINCIAL_DINKES", "Dinas Kesehatan Provinsi Banten"],
    ["1801", "DISTRICT_DINKES", "Dinas Kesehatan Kabupaten Lampung Selatan"],
    ["kab. lampung\u00a0selatan", "DISTRICT_DINKES", "Dinas Kesehatan Kabupaten Lampung Selatan"],
    ["Lampung Selatan", "DISTRICT_DINKES", "Dinas Kesehatan Kabupaten Lampung Selatan"],
    ["Provinsi Banten", "PROVINCIAL_DINKES", "Dinas Kesehatan Provinsi Banten"],
    ["Banten", "PROVINCIAL_DINKES", "Dinas Kesehatan Provinsi Banten"],
  ])("of %s makes a %s and its admin, who can sign in", async (typed, kind, name) => {
    expect(await setUp(first({ area: typed }))).toMatchObject({ ok: true, sessionToken: null });
    expect(await db.user.findMany({ include: { organisation: true } })).toMatchObject([
      { email: "admin@lokmin.example", role: "DINKES_ADMIN", organisation: { kind, name } },
    ]);
    expect(await verifySignIn("admin@lokmin.example", "kata sandi pertama")).not.toBeNull();
  });

  test.each(["18.01.15", "99", "99.99", "Lampung Barat Daya"])("%s is no area to begin with", async (typed) => {
    expect(await setUp(first({ area: typed }))).toMatchObject({ ok: false, field: "area" });
    expect(await db.user.count()).toBe(0);
  });

  test.each([
    ["18.01", "Asia/Jakarta"],
    ["73.22", "Asia/Makassar"],
  ])("%s gets the zone of its province, and nobody is asked for the months before", async (area, timeZone) => {
    await setUp(first({ area }));
    const { id, timeZone: kept } = await db.organisation.findFirstOrThrow();
    expect(kept).toBe(timeZone);
    const month = `${dayOf(new Date(), timeZone).slice(0, 7)}-01`;
    expect(await db.startOfUse.findMany()).toEqual([{ organisationId: id, month: new Date(month) }]);
  });

  test.each(["18.01.15", "180115", "18.01.15 Sragi", "18.01.15"])(
    "of %s makes a puskesmas with all its desa",
    async (area) => {
      const browser = { userAgent: "Uji", network: "127.0.0.1" };
      const outcome = await setUp(first({ kind: "PUSKESMAS", area }), browser);
      if (!outcome?.ok) throw new Error("No puskesmas");
      const user = await db.user.findFirstOrThrow({ include: { organisation: { include: { workingArea: true } } } });
      const { organisation } = user;
      expect(user).toMatchObject({
        id: outcome.userId,
        role: "PUSKESMAS_ADMIN",
        organisation: { name: "Puskesmas Sragi" },
      });
      expect(organisation).toMatchObject({ kind: "PUSKESMAS", parentId: null, areaCode: "18.01.15" });
      expect(organisation.workingArea).toHaveLength(10);
      expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
      expect(outcome.sessionToken).toBeTruthy();
    },
  );

  test("a kecamatan by name, and one that is not there, in words", async () => {
    const named = (area: string) => setUp(first({ kind: "PUSKESMAS", area, organisationName: "UPTD Puskesmas Satu" }));
    expect(await named("Sragian")).toMatchObject({ ok: false, field: "area" });
    expect(await named("18.01")).toMatchObject({ ok: false, field: "area" });
    expect(await named("Kec. Sragi")).toMatchObject({ ok: true });
    expect(await db.organisation.findFirstOrThrow()).toMatchObject({
      name: "UPTD Puskesmas Satu",
      areaCode: "18.01.15",
    });
  });

  test("a puskesmas alone looks after its area and name until a Dinkes is put above it", async () => {
    await setUp(first({ kind: "PUSKESMAS", area: "18.01.15" }));
    const actor = await actorOf(await db.user.findFirstOrThrow());
    const { id } = actor.organisation;
    const area = workingAreaSchema.parse({ villageCodes: ["18.01.15.2001", "18.01.15.2002"] });
    expect(await setWorkingArea(actor, id, area)).toEqual({ ok: true, count: 2 });
    const other = await makePuskesmas({ parentId: null });
    await expect(setWorkingArea(actor, other.id, area)).rejects.toThrow(NotAllowed);
    const above = {
      id: randomUUID(),
      userId: randomUUID(),
      organisationName: "",
      name: "Ratna",
      email: "r@lokmin.example",
    };
    expect(await addOfficeAbove(await inSession(actor), provinceAboveSchema.parse(above))).toMatchObject({ ok: true });
    expect(await db.organisation.findUniqueOrThrow({ where: { id }, include: { parent: true } })).toMatchObject({
      parent: { kind: "DISTRICT_DINKES", name: "Dinas Kesehatan Kabupaten Lampung Selatan", areaCode: "18.01" },
    });
    const placed = await actorOf(await db.user.findUniqueOrThrow({ where: { id: actor.userId } }));
    await expect(setWorkingArea(placed, id, area)).rejects.toThrow(NotAllowed);
  });

  test("five at once: one is in, the others find nothing", async () => {
    const outcomes = await allEnded(
      Array.from({ length: 5 }, (_, index) => setUp(first({ email: `admin${index}@lokmin.example` }))),
    );
    expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(4);
    expect([await db.user.count(), await db.organisation.count()]).toEqual([1, 1]);
  });

  test("offers every province and kabupaten by code", async () => {
    const areas = await listSetupAreas();
    expect(areas).toContain("18.01 Kabupaten Lampung Selatan");
    expect(areas).toContain("36 Provinsi Banten");
    expect(areas.some((line) => /^\d{2}\.\d{2}\.\d{2}/.test(line))).toBe(false);
  });
});
