import { daysAfter } from "./calendar";
import type { DemoMeeting } from "./demo-meeting";
import { plan } from "./plan";
import { decide, raise, score } from "./problems";
import type { Setting } from "./setting";
import { named, titled } from "./stage";

/** The problems of the Lokmin to come, gathered and scored before it; two of them are equal and nobody has decided. */
export function addNextProblems({ rows, calendar, by, villages }: Setting, demo: DemoMeeting) {
  const at = (minutes: number) => daysAfter(calendar.at(calendar.back(2), "09:20"), 0, minutes);
  const problems = raise(rows, demo, at(0), [
    {
      statement: "Imunisasi dasar lengkap tertinggal di Bandar Agung dan Kedaung",
      indicator: "IDL",
      evidence: "IDL s.d. bulan lalu 58,4 % dari target 79,2 %",
      villages: named(villages, "Bandar Agung", "Kedaung"),
      causes: {
        PEOPLE: ["Kader belum dilatih ulang sejak dua tahun lalu", "Bidan desa merangkap tiga program"],
        FUNDS: ["Transport sweeping belum dianggarkan di desa"],
        METHOD: ["Jadwal posyandu sering berubah tanpa pemberitahuan"],
        EQUIPMENT: ["Vaksin campak-rubela terlambat tiba dua kali"],
        ENVIRONMENT: ["Dua dusun terputus saat air pasang", "Sebagian keluarga menolak imunisasi"],
      },
    },
    {
      statement: "Prevalensi stunting turun lebih lambat dari rencana",
      indicator: "stunting",
      evidence: "Prevalensi stunting bulan lalu 15,9 % dari target 14 %",
      villages: named(villages, "Baktirasa", "Sukapura", "Margasari"),
      causes: {
        PEOPLE: ["Pengukuran antarkader berbeda"],
        METHOD: ["Pemberian makanan tambahan tidak dipantau setiap hari"],
        ENVIRONMENT: ["Air bersih kurang di musim kemarau"],
      },
    },
    {
      statement: "Kunjungan ibu hamil keenam (K6) rendah di desa pesisir",
      indicator: "K6",
      evidence: "K6 s.d. bulan lalu 64,1 % dari target 75 %",
      villages: named(villages, "Kuala Sekampung"),
      causes: {
        PEOPLE: ["Ibu bekerja di luar desa sampai bulan ketujuh"],
        EQUIPMENT: ["Alat ultrasonografi hanya ada di puskesmas induk"],
      },
    },
    {
      statement: "Sarang nyamuk bertambah menjelang musim hujan",
      villages,
      causes: {
        ENVIRONMENT: ["Tempat penampungan air tidak tertutup"],
        METHOD: ["Jumat bersih berhenti di empat desa"],
      },
    },
  ]);
  score(rows, demo, at(180), by, problems, [
    [5, 5, 4],
    [4, 5, 4],
    [4, 4, 5],
    [3, 3, 4],
  ]);
  score(rows, demo, at(200), "Pengelola Imunisasi", problems, [
    [5, 4, 5],
    [4, 5, 3],
    [4, 4, 4],
    [3, 3, 4],
  ]);
  score(rows, demo, at(206), "Pengelola Gizi", problems, [
    [4, 5, 4],
    [5, 5, 4],
    [5, 4, 5],
    [2, 3, 4],
  ]);
}

/** What the monthly meeting that runs today talks about; equals were put in order, one problem is answered. */
export function addRunningProblems({ rows, calendar, by, directory, villages }: Setting, demo: DemoMeeting) {
  const at = (minutes: number) => daysAfter(demo.meeting.startsAt, 0, minutes);
  const problems = raise(rows, demo, at(10), [
    {
      statement: "Stok obat TBC untuk fase lanjutan tinggal dua pekan",
      villages: named(villages, "Margasari", "Sukapura"),
      causes: {
        METHOD: ["Permintaan obat dikirim sesudah tanggal 10"],
        PEOPLE: ["Petugas farmasi cuti bersalin, penggantinya belum ditunjuk"],
      },
      tieOrder: 2,
    },
    {
      statement: "Balita yang ditimbang (D/S) turun di tiga desa",
      indicator: "D/S",
      evidence: "D/S bulan lalu 71,3 % dari target 85 %",
      villages: named(villages, "Kedaung", "Margasari", "Sumber Sari"),
      causes: {
        PEOPLE: ["Kader mengundurkan diri di Margasari"],
        EQUIPMENT: ["Timbangan digital rusak di dua posyandu"],
        ENVIRONMENT: ["Posyandu bersamaan dengan musim panen"],
      },
      tieOrder: 1,
    },
    {
      statement: "Laporan bulanan Pustu terlambat",
      causes: { METHOD: ["Formulir masih diisi dua kali, kertas dan aplikasi"] },
    },
  ]);
  score(rows, demo, at(25), by, problems, [
    [5, 4, 4],
    [4, 4, 5],
    [3, 2, 2],
  ]);
  score(rows, demo, at(27), "Koordinator Bidan", problems, [
    [4, 4, 4],
    [4, 4, 4],
    [2, 2, 3],
  ]);
  decide(rows, demo, at(32), 1, [2, 1], "Mufakat peserta, dipimpin Kepala Puskesmas");
  const [, weighing] = problems;
  if (!weighing) return;
  plan(rows, demo, {
    problem: weighing.statement,
    problemId: weighing.id,
    cause: "Sarana: Timbangan digital rusak di dua posyandu",
    activity: "Perbaikan timbangan digital dan kunjungan rumah balita yang tidak ditimbang",
    owner: titled(directory.staff, "Pengelola Gizi"),
    support: "Kader posyandu",
    villages: named(villages, "Kedaung", "Margasari", "Sumber Sari"),
    deadline: calendar.ahead(24),
    indicator: "Balita ditimbang (D/S)",
    baseline: 71.3,
    target: 85,
    unit: "%",
    fundingSource: "BOK",
  });
}
