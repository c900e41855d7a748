import { addDays, dayOf } from "@/lib/time";
import { weekdayFrom } from "./calendar";
import { continueCarriedItem } from "./carry-over";
import type { DemoMeeting } from "./demo-meeting";
import { plan } from "./plan";
import type { Setting } from "./setting";
import { named, seatOf } from "./stage";

const reasons = [
  "Dana Desa tahap kedua belum cair",
  "Lokasi lama dipakai balai dusun; lahan pengganti baru disepakati",
  "Tukang menunggu panen selesai",
];

/**
 * A row of the year's first Lokmin triwulanan that every later one had to continue.
 * @param quarters those that are over, oldest first
 */
export function addPostponedItem({ rows, calendar, directory, villages }: Setting, quarters: readonly DemoMeeting[]) {
  const [first, ...later] = quarters;
  if (!first || later.length === 0) return;
  const dayAfter = (demo: DemoMeeting, days: number) =>
    weekdayFrom(addDays(dayOf(demo.meeting.startsAt, calendar.timeZone), days));
  const planned = plan(rows, first, {
    problem: "Posyandu dusun pesisir menumpang di rumah warga",
    activity: "Bangunan posyandu di Dusun Kuala Jaya",
    owner: seatOf(directory.kepalaDesa, "Kuala Sekampung"),
    support: "Bidan desa, kader posyandu",
    villages: named(villages, "Kuala Sekampung"),
    deadline: dayAfter(first, 60),
    indicator: "Posyandu dengan bangunan sendiri",
    baseline: 3,
    target: 4,
    unit: "posyandu",
    fundingSource: "VILLAGE_FUND",
    reports: [[40, 15, "Gambar dan anggaran selesai"]],
  });
  later.forEach((demo, index) => {
    const isLast = index === later.length - 1;
    continueCarriedItem(rows, demo, planned, {
      percent: 30 + index * 20,
      newDeadline: isLast ? calendar.ahead(21) : dayAfter(demo, 60),
      reason: reasons[index % reasons.length] ?? "",
    });
  });
}
