import { randomUUID } from "node:crypto";
import type { Profession } from "@/prisma/generated/enums";
import type { OrganisationRow } from "@/tests/factories/organisations";
import type { Rows } from "./demo-rows";

type Competence = { name: string; validMonths: number | null; professions: readonly Profession[] };

const asked: readonly Competence[] = [
  { name: "Bantuan hidup jantung lanjut (ACLS)", validMonths: 24, professions: ["DOCTOR", "NURSE"] },
  { name: "Kegawatdaruratan maternal dan neonatal", validMonths: null, professions: ["DOCTOR", "MIDWIFE", "NURSE"] },
];

/** What the Dinkes asks of each puskesmas, one of each profession at least, and its trainings of the year for it. */
export function addCompetences(rows: Rows, { id: organisationId }: OrganisationRow, year: number): void {
  for (const [index, { name, validMonths, professions }] of asked.entries()) {
    const competenceId = randomUUID();
    rows.competences.push({ id: competenceId, organisationId, name, validMonths });
    for (const profession of professions) rows.competenceProfessions.push({ competenceId, profession, leastStaff: 1 });
    const planned = { organisationId, year, month: 3 + index * 8, title: `Pelatihan ${name}`, participants: 20 };
    rows.plannedTrainings.push({ id: randomUUID(), competenceId, ...planned });
  }
}
