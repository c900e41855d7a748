import type { DemoMeeting } from "./demo-meeting";
import { takeNotes } from "./notes";
import type { Setting } from "./setting";
import { named, seatOf, titled } from "./stage";

/** The minutes of 26 February 2025, as a note-taker may have kept them. */
export function addNotes2025({ rows, directory, villages }: Setting, demo: DemoMeeting) {
  const { danramil, kepalaDesa } = directory;
  const [kuala, margasari] = named(villages, "Kuala Sekampung", "Margasari");
  takeNotes(rows, demo, [
    { section: "ACHIEVEMENT", text: "Imunisasi dasar lengkap 68 % di desa pesisir; target tahun berjalan 90 %." },
    { section: "ACHIEVEMENT", text: "Balita stunting yang diukur tiap bulan 60 % di tiga desa." },
    {
      section: "PROBLEMS",
      text: "Bayi 9–11 bulan di dusun pesisir tidak datang ke posyandu",
      item: "Sweeping imunisasi",
      ...(kuala ? { village: kuala } : {}),
    },
    { section: "PROBLEMS", text: "Enam pasien TBC berhenti berobat", item: "Kunjungan rumah pasien TBC" },
    {
      section: "OBSTACLES",
      text: "Dusun terjauh hanya terjangkau perahu; puskesmas keliling belum punya jadwal tetap.",
    },
    { section: "OBSTACLES", text: "Transport kader untuk sweeping belum ada di APBDes." },
    {
      section: "QUESTIONS",
      text: "Apakah puskesmas keliling dapat datang lebih dari sebulan sekali?",
      asker: seatOf(kepalaDesa, "Margasari"),
      answer: "Dapat dua kali sebulan bila desa menyiapkan tempat dan mengumumkan jadwalnya.",
      item: "Jadwal puskesmas keliling",
      ...(margasari ? { village: margasari } : {}),
    },
    {
      section: "QUESTIONS",
      text: "Apa yang dapat dibantu Babinsa untuk pasien TBC yang mangkir?",
      asker: danramil,
      answer:
        "Mendampingi kunjungan rumah bersama pengelola TBC; nama pasien diberikan puskesmas kepada petugas yang ditunjuk saja.",
    },
    { section: "DECISIONS", text: "Hasil rencana tindak lanjut dievaluasi pada Lokmin triwulan berikutnya." },
    { section: "RECOMMENDATIONS", text: "Setiap desa menganggarkan transport kader untuk sweeping imunisasi." },
  ]);
}

/** The minutes of the last quarter's Lokmin. */
export function addLastNotes({ rows, directory, villages }: Setting, demo: DemoMeeting) {
  const { pendidikan, kepalaDesa, bidanDesa } = directory;
  const [bandar] = named(villages, "Bandar Agung");
  takeNotes(rows, demo, [
    { section: "EVALUATION", text: "Jadwal posyandu triwulan lalu sudah ditetapkan sepuluh desa." },
    { section: "ACHIEVEMENT", text: "Angka bebas jentik turun dari 88 % menjadi 82 % menjelang musim hujan." },
    {
      section: "PROBLEMS",
      text: "Lima belas keluarga di tepi sungai belum punya septik tank",
      item: "Perbaikan jamban",
      ...(bandar ? { village: bandar } : {}),
    },
    { section: "PROBLEMS", text: "Balita berisiko stunting bertambah di Baktirasa dan Sukapura" },
    { section: "OBSTACLES", text: "Material jamban menunggu pencairan Dana Desa tahap kedua." },
    {
      section: "QUESTIONS",
      text: "Siapa yang menyiapkan makanan tambahan lokal selama 56 hari?",
      asker: seatOf(kepalaDesa, "Baktirasa"),
      answer:
        "Kader dengan menu dari pengelola gizi; bahan dibeli desa dari Dana Desa, puskesmas menimbang tiap pekan.",
      item: "Pemberian makanan tambahan",
    },
    {
      section: "QUESTIONS",
      text: "Bolehkah penyuluhan PHBS digabung dengan jam olahraga?",
      asker: pendidikan,
      answer: "Boleh, satu jam pelajaran tiap sekolah; jadwal dikirim KUPT.",
      item: "Penyuluhan PHBS",
    },
    {
      section: "QUESTIONS",
      text: "Vaksin campak-rubela pernah terlambat. Bagaimana bila terulang?",
      asker: seatOf(bidanDesa, "Kuala Sekampung"),
      answer: "Pesanan dimajukan sebelum tanggal 20; bila kosong, sasaran dicatat dan dijemput bulan berikutnya.",
    },
    {
      section: "DECISIONS",
      text: "Jumat bersih serentak di sepuluh desa mulai pekan depan.",
      item: "Pemberantasan sarang",
    },
    { section: "RECOMMENDATIONS", text: "Camat mengingatkan desa agar laporan kemajuan masuk sebelum akhir bulan." },
  ]);
}

/** The minutes of the Lokmin bulanan under way, half an hour in: obstacles and recommendations are still to come. */
export function addRunningNotes({ rows, directory, villages }: Setting, demo: DemoMeeting) {
  const { staff } = directory;
  const [margasari] = named(villages, "Margasari");
  takeNotes(rows, demo, [
    { section: "EVALUATION", text: "Pesanan vaksin bulan ini sudah dikirim sebelum tanggal 20." },
    { section: "ACHIEVEMENT", text: "Balita ditimbang 71,3 % dari target 85 %." },
    {
      section: "PROBLEMS",
      text: "Timbangan digital dua posyandu rusak",
      item: "Perbaikan timbangan",
      ...(margasari ? { village: margasari } : {}),
    },
    { section: "PROBLEMS", text: "Laporan Pustu terlambat karena formulir diisi dua kali" },
    {
      section: "QUESTIONS",
      text: "Bolehkah laporan Pustu dikirim lewat aplikasi saja?",
      asker: titled(staff, "Pengelola Promosi Kesehatan"),
      answer: "Boleh mulai bulan depan; kertas hanya untuk arsip Pustu.",
    },
  ]);
}
