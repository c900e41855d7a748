import { addDays, dayOf } from "@/lib/time";
import { daysOfYearBefore, weekdayNear } from "./calendar";
import { addMonthlies, monthsOfYear } from "./monthly";
import { plan } from "./plan";
import { addQuarterHeld } from "./quarterly";
import type { Setting } from "./setting";
import { seatOf, titled } from "./stage";

/**
 * The Lokmin bulanan and triwulanan of the year before the ones at hand.
 * @returns the triwulanan, newest first
 */
export function addSragiYear(setting: Setting, { running, lastQuarter }: { running: string; lastQuarter: string }) {
  const { rows, calendar, by, directory } = setting;
  const { camat, kadinkes, danramil, kapolsek, pendidikan, agama, kepalaDesa, bidanDesa, staff } = directory;
  const [newest, ...older] = addMonthlies(rows, { calendar, by }, [...staff, ...bidanDesa], {
    day: running,
    months: monthsOfYear(running),
    without: true,
    missed: 5,
    place: "Ruang rapat UPTD Puskesmas Rawat Inap Sragi",
  });
  for (const demo of older) {
    plan(rows, demo, {
      problem: "Cakupan posyandu dusun terjauh belum mencapai target bulan berjalan",
      activity: "Posyandu dusun terjauh digabung dengan puskesmas keliling",
      owner: titled(staff, "Pengelola Gizi"),
      support: "Bidan desa, kader posyandu",
      deadline: weekdayNear(addDays(dayOf(demo.meeting.startsAt, calendar.timeZone), 18)),
      fundingSource: "BOK",
      reports: [[14, 100, "Dua dusun terlayani sesuai jadwal"]],
    });
  }
  if (newest) {
    plan(rows, newest, {
      problem: "Stok vaksin campak-rubela habis sebelum jadwal posyandu",
      activity: "Pemesanan vaksin paling lambat tanggal 20 setiap bulan",
      owner: titled(staff, "Pengelola Imunisasi"),
      deadline: calendar.ahead(3),
      indicator: "Posyandu tanpa kekosongan vaksin",
      baseline: 8,
      target: 10,
      unit: "desa",
      fundingSource: "NO_COST",
    });
  }
  const days = daysOfYearBefore(lastQuarter, 20).filter((day) => day > afterOriginal);
  return days.map((day) => {
    const demo = addQuarterHeld(
      rows,
      { calendar, by },
      [camat, kadinkes, danramil, kapolsek, pendidikan, agama, ...kepalaDesa, ...bidanDesa],
      { day, place: "Aula Kantor Kecamatan Sragi", leader: "Camat Sragi" },
    );
    plan(rows, demo, {
      problem: "Jadwal posyandu berbenturan dengan kegiatan desa",
      activity: "Jadwal posyandu triwulan disepakati semua desa",
      owner: seatOf(kepalaDesa, "Sukapura"),
      support: "Bidan desa, kader posyandu",
      deadline: weekdayNear(addDays(day, 28)),
      indicator: "Desa dengan jadwal tetap",
      baseline: 6,
      target: 10,
      unit: "desa",
      fundingSource: "NO_COST",
      reports: [[21, 100, "Sepuluh desa sudah menetapkan jadwal"]],
    });
    return demo;
  });
}

/** The original holds the first quarter of 2025. */
const afterOriginal = "2025-03-31";
