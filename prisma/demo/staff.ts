import { randomUUID } from "node:crypto";
import type { EmploymentStatus, Profession } from "@/prisma/generated/enums";
import type { OrganisationRow } from "@/tests/factories/organisations";
import type { Rows } from "./demo-rows";

type Member = readonly [name: string, profession: Profession, status: EmploymentStatus, position?: string];

const day = (year: number, month = 1, date = 1) => new Date(Date.UTC(year, month - 1, date));

/** A register of invented staff: PNS with a NIP, others without; each with an STR, some of which run out. */
export function addRegister(rows: Rows, office: OrganisationRow, members: readonly Member[], now: Date): void {
  const year = now.getUTCFullYear();
  for (const [index, [name, profession, status, position = null]] of members.entries()) {
    const id = randomUUID();
    const number = rows.staff.length + 1;
    const born = day(1976 + (number % 20), 1 + (number % 12), 1 + (number % 27));
    const started = status === "SPECIAL_ASSIGNMENT" ? day(year - 4 + (index % 4), 7) : day(2012 + (number % 8), 3);
    const nip = status === "PNS" || status === "PPPK" ? nipOf(born, started, number) : null;
    const person = rows.persons.find((one) => one.organisationId === office.id && one.name === name);
    rows.staff.push({ id, name, nip, profession, bornOn: born, organisationId: office.id });
    rows.placements.push({
      ...{ id: randomUUID(), staffId: id, organisationId: office.id, personId: person?.id ?? null, status, position },
      startsOn: started,
      endsOn: status === "SPECIAL_ASSIGNMENT" ? day(started.getUTCFullYear() + 5, 6, 30) : null,
    });
    if (status === "PPPK")
      rows.placements.push({
        ...{ id: randomUUID(), staffId: id, organisationId: office.id, personId: person?.id ?? null, position },
        ...{ status: "SPECIAL_ASSIGNMENT", startsOn: day(started.getUTCFullYear() - 4, 3) },
        ...{ endsOn: day(started.getUTCFullYear(), 2, 28), endReason: "BECAME_PPPK" },
      });
    if (profession !== "ADMINISTRATION")
      rows.licences.push({
        ...{ id: randomUUID(), staffId: id, kind: "SIP", number: `SIP/${String(number).padStart(4, "0")}/${year - 4}` },
        expiresOn: new Date(now.getTime() + (60 + (index % 9) * 170) * 86_400_000),
      });
  }
}

function nipOf(born: Date, started: Date, number: number): string {
  const digits = (date: Date) => date.toISOString().slice(0, 10).replaceAll("-", "");
  return `${digits(born)}${digits(started).slice(0, 6)}${1 + (number % 2)}${String(number).padStart(3, "0")}`;
}

export const sragiRegister: readonly Member[] = [
  ["dr. Retno Palupi Ningrum", "DOCTOR", "PNS", "Kepala Puskesmas"],
  ["Yusnidar Hakimah, S.K.M.", "PUBLIC_HEALTH", "PNS", "Kepala Subbagian Tata Usaha"],
  ["Suryani Mulyaningrum, S.Tr.Keb., S.K.M., M.K.M.", "MIDWIFE", "PNS", "Penanggung Jawab Klaster 2"],
  ["Ns. Aditya Purnomosidi, S.Kep.", "NURSE", "PNS", "Penanggung Jawab Klaster 3"],
  ["Intan Kusumawardani, S.K.M.", "HEALTH_PROMOTION", "CONTRACT"],
  ["Dewi Larasati Putri, S.Gz.", "NUTRITION", "PPPK"],
  ["Rudi Hartantyo, A.Md.KL.", "ENVIRONMENTAL_HEALTH", "PNS", "Sanitarian"],
  ["Eka Fitrianingrum, A.Md.Kep.", "NURSE", "HONORARY"],
];

export const senduroRegister: readonly Member[] = [
  ["dr. Anindya Sekarputri", "DOCTOR", "PNS", "Kepala Puskesmas"],
  ["Heru Cahyonugroho, S.K.M.", "PUBLIC_HEALTH", "PNS", "Kepala Subbagian Tata Usaha"],
  ["dr. Farel Ghifari Mahmud", "DOCTOR", "SPECIAL_ASSIGNMENT", "Dokter Umum"],
  ["drg. Natasya Oktavianingrum", "DENTIST", "CONTRACT", "Dokter Gigi"],
  ["Ns. Dwi Pamungkasari, S.Kep.", "NURSE", "PNS", "Koordinator Unit Gawat Darurat"],
  ["Moch. Rifa'i Hidayatullah, A.Md.Kep.", "NURSE", "PPPK", "Perawat Unit Gawat Darurat"],
  ["Ns. Vina Kartikasari, S.Kep.", "NURSE", "CONTRACT", "Perawat Rawat Inap"],
  ["Joko Purwantoro, A.Md.Kep.", "NURSE", "PNS", "Perawat Pustu Argosari"],
  ["Nur Azizatul Laili, A.Md.Kep.", "NURSE", "HONORARY", "Perawat Ponkesdes Burno"],
  ["Sunarti Hadiwinoto, S.Tr.Keb.", "MIDWIFE", "PNS", "Bidan Koordinator"],
  ["Erna Widiastutik, A.Md.Keb.", "MIDWIFE", "PPPK"],
  ["Lailatul Mukarromah, S.Tr.Keb.", "MIDWIFE", "PNS"],
  ["Galuh Retnowati, S.Farm.", "PHARMACY", "CONTRACT", "Petugas Farmasi"],
  ["Teguh Imam Basuki, A.Md.AK.", "LABORATORY", "PNS", "Analis Laboratorium"],
];

export const bantenRegisters: Readonly<Record<"Kramatwatu" | "Ciruas", readonly Member[]>> = {
  Kramatwatu: [
    ["drg. Mamah Nurhasanatun", "DENTIST", "PNS", "Kepala Puskesmas"],
    ["dr. Rangga Sutawijaya", "DOCTOR", "SPECIAL_ASSIGNMENT"],
    ["Eneng Solihatunnisa, A.Md.Keb.", "MIDWIFE", "PNS"],
    ["Jajang Komaruddin, A.Md.Kep.", "NURSE", "SPECIAL_ASSIGNMENT"],
    ["Siti Masitohtuljanah, S.Gz.", "NUTRITION", "PPPK"],
    ["Fahmi Hudzaifah, A.Md.KL.", "ENVIRONMENTAL_HEALTH", "SPECIAL_ASSIGNMENT"],
  ],
  Ciruas: [
    ["dr. Ilyas Baihaqqi", "DOCTOR", "PNS", "Kepala Puskesmas"],
    ["Neneng Kurniasihani, S.Tr.Keb.", "MIDWIFE", "PPPK"],
    ["Ns. Usep Wijayakusumah, S.Kep.", "NURSE", "PNS"],
    ["Apt. Lilis Sukmawatini, S.Farm.", "PHARMACIST", "SPECIAL_ASSIGNMENT"],
    ["Mulyadi Hendrasah, A.Md.AK.", "LABORATORY", "SPECIAL_ASSIGNMENT"],
  ],
};
