import { addOffice, addPuskesmas, addStaff } from "./offices";
import { addRegister, bantenRegisters } from "./staff";
import type { Shown, Stage } from "./stage";

const regencies: readonly (readonly [code: string, name: string, email: string, admin: string])[] = [
  ["36.01", "Kabupaten Pandeglang", "pandeglang", "Tubagus Wiradikarta"],
  ["36.02", "Kabupaten Lebak", "lebak", "Euis Kartamihardja"],
  ["36.03", "Kabupaten Tangerang", "kabtangerang", "Ferdinan Suwandana"],
  ["36.04", "Kabupaten Serang", "kabserang", "Ratu Anisah Wardhani"],
  ["36.71", "Kota Tangerang", "kotatangerang", "Vivi Oktaviandari"],
  ["36.72", "Kota Cilegon", "cilegon", "Hilman Setradireja"],
  ["36.73", "Kota Serang", "kotaserang", "Iroh Masrurohtin"],
  ["36.74", "Kota Tangerang Selatan", "tangsel", "Gema Prawirayuda"],
];

/** Case 4: the Dinas Kesehatan Provinsi Banten above those of its eight kabupaten and kota. */
export function playBanten({ rows, now, passwordHash, villagesOf }: Stage): Shown {
  const provinsi = addOffice(rows, {
    kind: "PROVINCIAL_DINKES",
    name: "Dinas Kesehatan Provinsi Banten",
    areaCode: "36",
  });
  const admin = addStaff(
    rows,
    provinsi,
    "DINKES_ADMIN",
    { email: "admin@banten", name: "Nengsih Adiwinata", position: "Pengelola data" },
    passwordHash,
  );
  addStaff(
    rows,
    provinsi,
    "DINKES_REVIEWER",
    { email: "pembina@banten", name: "Yanuar Surawijaya, S.K.M.", position: "Seksi Sumber Daya Manusia Kesehatan" },
    passwordHash,
  );
  for (const [areaCode, name, email, person] of regencies) {
    const dinkes = addOffice(rows, {
      kind: "DISTRICT_DINKES",
      name: `Dinas Kesehatan ${name}`,
      parentId: provinsi.id,
      areaCode,
    });
    addStaff(
      rows,
      dinkes,
      "DINKES_ADMIN",
      { email: `admin@${email}`, name: person, position: "Pengelola data" },
      passwordHash,
    );
    if (areaCode !== "36.04") continue;
    for (const [code, kecamatan, head] of [
      ["36.04.05", "Kramatwatu", "drg. Mamah Nurhasanatun"],
      ["36.04.09", "Ciruas", "dr. Ilyas Baihaqqi"],
    ] as const) {
      const puskesmas = addPuskesmas(
        rows,
        dinkes,
        { name: `Puskesmas ${kecamatan}`, areaCode: code },
        villagesOf(code),
      );
      addStaff(
        rows,
        puskesmas,
        "PUSKESMAS_HEAD",
        { email: `kepala@${kecamatan.toLowerCase()}`, name: head, position: "Kepala Puskesmas" },
        passwordHash,
      );
      addRegister(rows, puskesmas, bantenRegisters[kecamatan], now);
    }
  }
  return { accounts: [admin], links: [] };
}
