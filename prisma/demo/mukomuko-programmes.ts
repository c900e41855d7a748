import { addDays } from "@/lib/time";
import type { Calendar } from "./calendar";
import type { Rows } from "./demo-rows";
import { addOffice, type Staff } from "./offices";
import { addProgramme, addVisits, type Visited } from "./programmes";

const checklist = [
  { section: "Pelayanan ibu", text: "Partograf diisi pada setiap persalinan" },
  { section: "Pelayanan ibu", text: "Kelas ibu hamil berjalan di semua desa" },
  { section: "Pelayanan ibu", text: "Skrining preeklampsia tercatat pada buku KIA" },
  { section: "Pelayanan anak", text: "Resusitator bayi tersedia dan berfungsi" },
  { section: "Pelayanan anak", text: "MTBS dijalankan pada setiap balita sakit", form: "SCORE" as const, maxScore: 10 },
  { section: "Rujukan", text: "Alur rujukan ibu dan bayi terpasang dan dipahami" },
  { section: "Rujukan", text: "Rujukan disertai komunikasi SBAR ke rumah sakit" },
  { section: "Rujukan", text: "Kelengkapan lembar rujukan", form: "SCORE" as const, maxScore: 10 },
];

type Post = { by: Staff; head: Visited["head"]; midwife: Visited["midwife"] };

/** Specialists of two hospitals go to all 17 puskesmas; one of them is wanted by a second programme on the same day. */
export function addProgrammes(rows: Rows, calendar: Calendar, by: Staff, posts: readonly Post[]) {
  const hospital = (name: string) =>
    addOffice(rows, {
      kind: "HOSPITAL",
      name,
      areaCode: "17.06",
      parentId: by.office.id,
      timeZone: by.office.timeZone,
    });
  const rsud = hospital("RSUD Mukomuko");
  const rsia = hospital("RSIA Albara");
  const visited = posts.map(({ by: { office }, head, midwife }) => ({ office, head, midwife }));
  const child = { name: "dr. Wirdanela Kurniadi, Sp.A.", title: "Dokter spesialis anak", institution: rsud.name };
  const programme = addProgramme(rows, calendar, by, {
    name: "Pembinaan KIA dan rujukan ke 17 puskesmas",
    goal: "Menurunkan kematian ibu dan bayi: dokter spesialis anak dan kebidanan membina pelayanan KIA dan rujukan di semua puskesmas.",
    topics: ["KIA", "Rujukan", "Sarana", "Tenaga"],
    ...{ from: -22, to: 40, perWeek: 3 },
    visited,
    joined: [rsud, rsia],
    facilitators: [
      child,
      { name: "dr. Helmi Salimbado, Sp.OG.", title: "Dokter spesialis kebidanan", institution: rsud.name },
      { name: "dr. Oktarina Mandaro, Sp.A.", title: "Dokter spesialis anak", institution: rsia.name },
      {
        ...{ name: "dr. Rizaldi Andalusi, Sp.OG.", title: "Dokter spesialis kebidanan", institution: rsia.name },
        daysOff: [calendar.ahead(9), addDays(calendar.ahead(9), 1)],
      },
    ],
    questions: checklist,
    indicators: [
      { name: "Kematian ibu", baseline: 6, target: 3, unit: "kasus setahun" },
      { name: "Rujukan ibu disertai partograf", baseline: 40, target: 90, unit: "%" },
    ],
  });
  const visits = addVisits(rows, programme, 3);
  const next = visits.find(({ status }) => status === "SCHEDULED")?.visit;
  const day = next ? new Date(next.meeting.startsAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) : null;
  const inTeam = rows.visitFacilitators.find(({ meetingId }) => meetingId === next?.meeting.id);
  const shared = programme.facilitators.find(({ id }) => id === inTeam?.facilitatorId) ?? child;
  const second = addProgramme(rows, calendar, by, {
    name: "Pembinaan gizi dan pencegahan stunting",
    goal: "Semua balita bermasalah gizi dirujuk dan didampingi sampai pulih.",
    topics: ["Pengukuran", "PMT", "Rujukan gizi"],
    ...{ from: -5, to: 60, perWeek: 2 },
    visited: visited.slice(0, 6),
    facilitators: [{ name: shared.name, title: shared.title, institution: shared.institution }],
    questions: [{ section: "Posyandu", text: "Alat ukur sesuai standar" }],
  });
  if (day) addVisits(rows, { ...second, startsOn: day, endsOn: day }, 0);
}
