import { statfs } from "node:fs/promises";
import { type Actor, NotAllowed } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { pool } from "@/lib/db";
import { crossingRows } from "@/lib/installation/crossing-rows";
import { keepsInstallation } from "@/lib/installation/keeper";
import { readWorkState } from "@/lib/metrics/work-state";

/** Beside the tenth of a second that an answer takes, what a clock may be off before plans and codes go wrong. */
const mostClockDifferenceMs = 60_000;
const littleFree = 1024 * 1024 * 1024;
/** Back-off of a job that fails is half an hour at most. */
const lateJobSeconds = 3600;

/**
 * What is not well in this installation besides its database, each in a sentence that says what to do.
 * @param clock of this server, in milliseconds
 */
export async function findProblems(actor: Actor, clock: () => number = Date.now): Promise<string[]> {
  if (!(await keepsInstallation(actor))) throw new NotAllowed(actor, "see the state of the installation");
  const found = await Promise.all([
    jobProblems(),
    clockProblem(clock),
    futureProblem(clock),
    diskProblem(),
    crossingRows(),
  ]);
  return found.flat();
}

async function jobProblems(): Promise<string[]> {
  const { jobs, oldestWaitingSeconds } = await readWorkState();
  return [
    ...(jobs.failed > 0
      ? [`${jobs.failed} pekerjaan gagal dalam sehari ini: lihat Pengaturan, Pekerjaan, lalu jalankan lagi`]
      : []),
    ...(oldestWaitingSeconds > lateJobSeconds
      ? [
          `Pekerjaan menunggu sejak ${Math.round(oldestWaitingSeconds / 3600)} jam: periksa apakah npm run worker berjalan`,
        ]
      : []),
  ];
}

async function clockProblem(clock: () => number): Promise<string[]> {
  const before = clock();
  const { rows } = await pool.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  const between = (before + clock()) / 2;
  const difference = Math.abs((rows[0]?.now.getTime() ?? between) - between);
  return difference > mostClockDifferenceMs ? [clockWords(difference)] : [];
}

export function clockWords(differenceMs: number): string {
  const minutes = Math.round(differenceMs / 60_000);
  const size = minutes < 120 ? `${minutes} menit` : `${Math.round(minutes / 60)} jam`;
  return `Jam server Lokmin dan jam server basis data berbeda ${size}: samakan lewat NTP, sebab sesi dan tenggat memakai keduanya`;
}

/** Where app and database share one clock, only what was written later than now tells that it is or was wrong. */
async function futureProblem(clock: () => number): Promise<string[]> {
  const { rows } = await acrossOffices(() =>
    pool.query<{ at: Date }>(`SELECT at FROM "Event" ORDER BY id DESC LIMIT 1`),
  );
  const [last] = rows;
  return last && last.at.getTime() - clock() > mostClockDifferenceMs
    ? [
        "Catatan terakhir di riwayat bertanggal sesudah sekarang: jam komputer ini salah, sekarang atau waktu itu. Setel tanggal dan jamnya ke otomatis",
      ]
    : [];
}

async function diskProblem(): Promise<string[]> {
  const folder = process.env.LOKMIN_STORAGE;
  if (!folder) return [];
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return free < littleFree
    ? [`Sisa ruang disk tinggal ${Math.floor(free / 1024 / 1024)} MB: kosongkan disk atau pindahkan folder data`]
    : [];
}
