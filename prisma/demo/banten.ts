import { addDays } from "@/lib/time";
import type { OrganisationRow } from "@/tests/factories/organisations";
import { type Calendar, calendarOf, weekdayFrom } from "./calendar";
import { addCompetences } from "./competences";
import { addMeeting } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { addOffice, addPuskesmas, addStaff, type Staff } from "./offices";
import { addRegister, bantenRegisters } from "./staff";
import type { Shown, Stage } from "./stage";
import { addTraining, inviteStaff } from "./trainings";

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
  const by = addStaff(
    rows,
    provinsi,
    "DINKES_REVIEWER",
    { email: "pembina@banten", name: "Yanuar Surawijaya, S.K.M.", position: "Seksi Sumber Daya Manusia Kesehatan" },
    passwordHash,
  );
  const serang: OrganisationRow[] = [];
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
      serang.push(puskesmas);
    }
  }
  addOnTheJobTraining(rows, calendarOf(now, provinsi.timeZone), by, serang);
  addCompetences(rows, provinsi, now.getUTCFullYear());
  return { accounts: [admin], links: [] };
}

/** On-the-job training of doctors, midwives and nurses of Kabupaten Serang, two days, with invented narasumber. */
function addOnTheJobTraining(rows: Rows, calendar: Calendar, by: Staff, offices: readonly OrganisationRow[]) {
  const day = calendar.ahead(24);
  const lastDay = weekdayFrom(addDays(day, 1));
  const demo = addMeeting(rows, { calendar, by }, "SCHEDULED", {
    kind: "KALAKARYA",
    title: "OJT Kegawatdaruratan Maternal dan Neonatal",
    startsAt: calendar.at(day, "08:00"),
    endsAt: calendar.at(lastDay, "15:00"),
    place: "Aula Dinas Kesehatan Provinsi Banten",
  });
  inviteStaff(rows, demo, offices, ["DOCTOR", "MIDWIFE", "NURSE"]);
  const specialist = ["dr. Wulan Sastranegara, Sp.OG", "Dokter spesialis kebidanan", "RSUD Banten"] as const;
  addTraining(rows, demo, {
    objectives: [
      "Menangani perdarahan dan preeklamsia di PONED",
      "Melakukan resusitasi neonatus",
      "Merujuk tepat waktu",
    ],
    requiredScore: 75,
    sessions: [
      {
        ...{ form: "THEORY", topic: "Perdarahan dan preeklamsia", day, from: "08:00", to: "11:00" },
        ...{ room: "Aula", speakers: [specialist] },
      },
      { form: "PRACTICE", topic: "Resusitasi neonatus pada manekin", day, from: "12:30", to: "15:30", room: "Aula" },
      {
        ...{
          form: "SIMULATION",
          topic: "Simulasi rujukan PONED ke rumah sakit",
          day: lastDay,
          from: "08:00",
          to: "11:45",
        },
        ...{ room: "Aula", speakers: [specialist] },
      },
      { form: "EVALUATION", topic: "Evaluasi alur rujukan", day: lastDay, from: "13:00", to: "15:00", room: "Aula" },
    ],
  });
}
