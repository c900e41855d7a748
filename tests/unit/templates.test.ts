import { expect, test } from "vitest";
import { canBecomeTemplate, generalised, toContent, withoutPlaces } from "@/lib/templates/rules";
import { templateContentSchema } from "@/lib/templates/schema";

const item = {
  problem: "Cakupan imunisasi rendah",
  cause: null,
  activity: "Sweeping",
  responsibleInstitution: "Pemerintah Desa Kuala Sekampung",
  responsibleTitle: "Plt. Kepala Desa Kuala Sekampung",
  support: "Sulastri dan kader",
  indicator: "IDL",
  target: 90,
  unit: "%",
  fundingSource: "BOK",
  priority: "HIGH",
} as const;

const held = {
  agenda: [
    { topic: "Pembukaan", minutes: 10, presenter: "dr. Retno Palupi Ningrum" },
    { topic: "Capaian", minutes: null, presenter: "Camat Sragi" },
    { topic: "Rencana", minutes: null, presenter: "Kepala UPTD Puskesmas Rawat Inap Sragi" },
  ],
  inputs: ["PWS"],
  outputs: ["RTL"],
  items: [item],
};

test("a template holds no person and no desa, and comes back as it was written", () => {
  const content = toContent(held, {
    people: ["Sulastri", "Retno Palupi Ningrum"],
    places: ["Sragi", "Kuala Sekampung", "Sekampung"],
    puskesmas: ["UPTD Puskesmas Rawat Inap Sragi"],
  });
  expect(content.agenda).toEqual([
    { topic: "Pembukaan", minutes: 10, presenter: null },
    { topic: "Capaian", minutes: null, presenter: "Camat" },
    { topic: "Rencana", minutes: null, presenter: "Kepala Puskesmas" },
  ]);
  expect(content.items).toEqual([
    { ...item, responsibleInstitution: "Pemerintah Desa", responsibleTitle: "Kepala Desa", support: null },
  ]);
  expect(templateContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
});

test.each([
  ["IDL di bawah target di Desa Kedaung", "IDL di bawah target"],
  ["Sweeping imunisasi di Kedaung, Margasari dan Baktirasa setiap bulan", "Sweeping imunisasi setiap bulan"],
  ["Kunjungan rumah bersama Sulastri ke desa kedaung", "Kunjungan rumah bersama (nama)"],
  ["Keluarga makmur dan sehat", "Keluarga makmur dan sehat"],
  ["Pemetaan (Kedaung, Margasari)", "Pemetaan"],
  ["Capaian Puskesmas Sragi: 77 %", "Capaian Puskesmas: 77 %"],
  ["Kader Desa Kuala Sekampung, dilatih", "Kader, dilatih"],
  ["Pendataan di seluruh desa", "Pendataan di seluruh desa"],
  ["Desa Makmur dan Desa Kedaung", null],
])("a sentence for every puskesmas: %s", (text, bare) => {
  const names = {
    people: ["Sulastri"],
    places: ["Kedaung", "Margasari", "Baktirasa", "Sragi", "Makmur", "Kuala Sekampung"],
    puskesmas: ["Puskesmas Sragi"],
  };
  expect(generalised(text, names)).toBe(bare);
});

test("names of places go as whole words only", () => {
  expect(withoutPlaces("Camat Sragi, Kecamatan Sragi", ["Sragi"])).toBe("Camat, Kecamatan");
  expect(withoutPlaces("Desa Marga Sari dan Margasari", ["Margasari"])).toBe("Desa Marga Sari dan");
  expect(withoutPlaces("Sragi", ["Sragi"])).toBeNull();
  expect(withoutPlaces("Polsek (Sragi)", ["("])).toBe("Polsek (Sragi)");
});

test("what another hand wrote into a template is refused, what is missing is empty", () => {
  expect(templateContentSchema.safeParse({ items: [{ activity: "" }] }).success).toBe(false);
  expect(templateContentSchema.parse({})).toEqual({ agenda: [], inputs: [], outputs: [], items: [] });
  const odd = { items: [{ activity: "x", priority: "SANGAT", fundingSource: "KAS" }] };
  expect(templateContentSchema.parse(odd).items[0]).toMatchObject({ priority: "MEDIUM", fundingSource: null });
});

test("only a Lokmin that is over becomes one", () => {
  expect(canBecomeTemplate({ kind: "MONTHLY_LOKMIN", status: "CLOSED" })).toBe(true);
  expect(canBecomeTemplate({ kind: "MONTHLY_LOKMIN", status: "IN_PROGRESS" })).toBe(false);
  expect(canBecomeTemplate({ kind: "KALAKARYA", status: "CLOSED" })).toBe(false);
});
