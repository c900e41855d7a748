import { addCertificates } from "./certificates";
import { addMeeting, type DemoMeeting } from "./demo-meeting";
import { answer, invite, mark } from "./guests";
import { addInvitationLetter } from "./letters";
import { takeNotes } from "./notes";
import { plan, remark } from "./plan";
import type { Setting } from "./setting";
import { titled } from "./stage";
import { addTests, emergencyQuestions } from "./training-tests";
import { addTraining } from "./trainings";

export const emergencyObjectives = [
  "Melakukan bantuan hidup dasar menurut protokol terbaru",
  "Memberi pertolongan pertama pada trauma",
  "Bekerja sama sebagai tim dengan waktu tanggap yang terukur",
];

/** Thursday, 20 November 2025. The narasumber of the three sessions are not reported and stay empty, hours are invented. */
export function addSenduro2025({ rows, calendar, by, reviewer, directory }: Setting): DemoMeeting {
  const { camat, sekcam, bidanDesa, staff } = directory;
  const demo = addMeeting(rows, { calendar, by }, "CLOSED", {
    kind: "KALAKARYA",
    title: "Kalakarya Penanganan Kegawatdaruratan Terpadu Tahun 2025",
    startsAt: calendar.at("2025-11-20", "09:00"),
    place: "Ruang pertemuan UPTD Puskesmas Senduro",
    leader: "Kepala Puskesmas",
    agenda: [
      "Teori: protokol terbaru kegawatdaruratan, dari bantuan hidup dasar sampai pertolongan pertama trauma",
      "Simulasi kasus: kerja sama tim dan kecepatan tanggap",
      "Evaluasi sistem: alur gawat darurat yang dipakai sekarang dan yang perlu diperbaiki",
    ],
  });
  const invited = [camat, ...staff, ...bidanDesa];
  const secretary = {
    name: sekcam.holders[0]?.name ?? "",
    title: "Sekretaris Kecamatan",
    institution: "Kecamatan Senduro",
  };
  invite(rows, demo, invited);
  answer(rows, demo, camat, "REPRESENTED", { delegate: secretary });
  for (const seat of staff.slice(0, 8)) answer(rows, demo, seat, "PRESENT");
  for (const seat of invited) {
    if (seat === camat) mark(rows, demo, seat, "REPRESENTED", { delegate: secretary, fromPaper: true });
    else mark(rows, demo, seat, "PRESENT", { fromPaper: true });
  }

  const session = { day: "2025-11-20", room: "Ruang pertemuan" };
  addTraining(rows, demo, {
    objectives: emergencyObjectives,
    sessions: [
      { ...session, form: "THEORY", topic: "Protokol terbaru kegawatdaruratan", from: "09:00", to: "11:15" },
      { ...session, form: "SIMULATION", topic: "Kerja sama tim dan kecepatan tanggap", from: "11:15", to: "13:30" },
      { ...session, form: "EVALUATION", topic: "Alur gawat darurat yang dipakai", from: "13:30", to: "15:00" },
    ],
  });
  addTests(rows, demo, "Kegawatdaruratan", emergencyQuestions);

  plan(rows, demo, {
    problem: "Alur gawat darurat yang dipakai belum membagi tugas dengan jelas",
    activity: "Menyusun ulang alur gawat darurat dari pintu masuk sampai rujukan",
    owner: titled(staff, "Koordinator Unit Gawat Darurat"),
    support: "Dokter umum, bidan koordinator",
    deadline: "2025-12-19",
    indicator: "Alur baru ditetapkan dan dipasang",
    baseline: 0,
    target: 1,
    unit: "alur",
    fundingSource: "NO_COST",
    priority: "HIGH",
    reports: [
      [14, 60, "Rancangan dibahas bersama tim"],
      [27, 100, "Ditetapkan Kepala Puskesmas dan dipasang di UGD"],
    ],
  });
  plan(rows, demo, {
    problem: "Waktu tanggap pada simulasi belum merata antartim",
    activity: "Simulasi henti jantung setiap tiga bulan",
    owner: titled(staff, "Koordinator Unit Gawat Darurat"),
    deadline: "2026-11-20",
    indicator: "Simulasi dalam setahun",
    baseline: 0,
    target: 4,
    unit: "kali",
    fundingSource: "NO_COST",
    reports: [
      [91, 25, "Simulasi pertama; waktu tanggap 3 menit 40 detik"],
      [182, 50, "Simulasi kedua; waktu tanggap 2 menit 55 detik"],
      [280, 75, "Simulasi ketiga; yang keempat belum dijadwalkan"],
    ],
  });
  plan(rows, demo, {
    problem: "Isi tas darurat tidak sama di tiap unit",
    activity: "Melengkapi dan menyegel tas darurat di UGD, rawat inap, dan pustu",
    owner: titled(staff, "Kepala Subbagian Tata Usaha"),
    support: "Petugas farmasi",
    deadline: "2026-01-30",
    indicator: "Tas darurat lengkap",
    baseline: 1,
    target: 4,
    unit: "tas",
    fundingSource: "BLUD_JKN",
    reports: [
      [56, 50, "Dua tas lengkap; dua menunggu pengadaan"],
      [84, 100, "Empat tas lengkap dan disegel, dua pekan lewat batas waktu"],
    ],
  });
  const evaluation = plan(rows, demo, {
    problem: "Hasil kalakarya perlu dilihat di tempat kerja",
    activity: "Evaluasi penerapan di tempat kerja tiga bulan sesudah kalakarya",
    owner: titled(staff, "Kepala Puskesmas"),
    deadline: "2026-02-20",
    indicator: "Petugas yang dinilai",
    baseline: 0,
    target: 24,
    unit: "orang",
    reports: [[90, 100, "24 petugas dinilai; 21 menerapkan alur baru"]],
  });
  rows.trainingApplications.push({
    meetingId: demo.meeting.id,
    summary: "21 dari 24 petugas memakai alur gawat darurat yang baru di UGD, rawat inap, dan pustu.",
    obstacles: "Tiga petugas pustu belum sempat berlatih dengan tas darurat yang baru.",
    followUp: "Ketiga petugas didampingi Koordinator Unit Gawat Darurat pada simulasi berikutnya.",
    assessor: "Kepala UPTD Puskesmas Senduro",
    assessedOn: new Date("2026-02-18"),
  });
  remark(rows, evaluation, reviewer, 97, "Baik. Tiga petugas yang belum menerapkan agar didampingi kembali.");
  addInvitationLetter(rows, demo, {
    number: "440/311/PKM-Snd/XI/2025",
    place: "Senduro",
    signatorySeat: "Kepala UPTD Puskesmas Senduro",
    signatoryName: titled(staff, "Kepala Puskesmas").holders[0]?.name ?? "",
    copies: ["Arsip"],
  });
  addCertificates(rows, demo, {
    pattern: "800/{nomor:3}/SERT/PKM-Snd/{tahun}",
    place: "Senduro",
    lessons: 8,
    signatory: {
      seat: "Kepala UPTD Puskesmas Senduro",
      name: titled(staff, "Kepala Puskesmas").holders[0]?.name ?? "",
    },
    topics: [
      { topic: "Bantuan hidup dasar sampai pertolongan pertama trauma", form: "Teori", lessons: "3" },
      { topic: "Simulasi kasus: kerja sama tim dan kecepatan tanggap", form: "Simulasi", lessons: "3" },
      { topic: "Evaluasi alur gawat darurat", form: "Evaluasi", lessons: "2" },
    ],
  });
  takeNotes(rows, demo, [
    { section: "ACHIEVEMENT", text: "Semua peserta mempraktikkan bantuan hidup dasar pada manekin." },
    { section: "PROBLEMS", text: "Pembagian tugas pada alur gawat darurat yang dipakai sekarang belum jelas" },
    { section: "PROBLEMS", text: "Waktu tanggap pada simulasi berbeda antartim" },
    { section: "OBSTACLES", text: "Isi tas darurat tidak sama di UGD, rawat inap, dan pustu." },
    { section: "DECISIONS", text: "Alur gawat darurat disusun ulang dan disimulasikan setiap tiga bulan." },
    { section: "RECOMMENDATIONS", text: "Penerapan di tempat kerja dievaluasi tiga bulan sesudah kalakarya." },
  ]);
  return demo;
}
