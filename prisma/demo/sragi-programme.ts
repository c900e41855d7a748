import type { Calendar } from "./calendar";
import type { Rows } from "./demo-rows";
import type { Staff } from "./offices";
import { addProgramme, type Visited } from "./programmes";

/** A programme that was just made: its visits are not planned yet. */
export function addSragiProgramme(rows: Rows, calendar: Calendar, by: Staff, offices: readonly Visited["office"][]) {
  addProgramme(rows, calendar, by, {
    name: "Pembinaan imunisasi kejar",
    goal: "Semua desa mencapai imunisasi dasar lengkap sesuai target.",
    topics: ["Rantai dingin", "Pencatatan", "Sweeping"],
    ...{ from: 7, to: 60, perWeek: 1 },
    visited: offices.map((office) => ({ office })),
    facilitators: [{ name: by.user.name, title: by.user.position ?? "Pengelola program", institution: by.office.name }],
    questions: [
      { section: "Rantai dingin", text: "Suhu kulkas vaksin dicatat dua kali sehari" },
      { section: "Pencatatan", text: "Kohort bayi diisi sampai bulan lalu" },
    ],
  });
}
