import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { setupSchema } from "@/lib/organisations/schema";
import { isSetupOpen, listSetupAreas, setUp } from "@/lib/organisations/setup";
import { verifySignIn } from "@/lib/users/sign-in";
import { makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const token = "0123456789abcdefABCDEF";
const first = (changes: Record<string, unknown> = {}) =>
  setupSchema.parse({
    area: "18.01",
    organisationName: "",
    timeZone: "Asia/Jakarta",
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
    expect(await setUp(first({ area: typed }))).toEqual({ ok: true });
    expect(await db.user.findMany({ include: { organisation: true } })).toMatchObject([
      { email: "admin@lokmin.example", role: "DINKES_ADMIN", organisation: { kind, name } },
    ]);
    expect(await verifySignIn("admin@lokmin.example", "kata sandi pertama")).not.toBeNull();
  });

  test.each(["18.01.15", "99", "99.99", "Lampung Barat Daya"])("%s is no area to begin with", async (typed) => {
    expect(await setUp(first({ area: typed }))).toMatchObject({ ok: false, field: "area" });
    expect(await db.user.count()).toBe(0);
  });

  test("a zone its province does not lie in is asked back", async () => {
    expect(await setUp(first({ timeZone: "Asia/Jayapura" }))).toMatchObject({
      field: "timeZone",
      reason: expect.stringContaining("WIB, bukan WIT"),
    });
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
