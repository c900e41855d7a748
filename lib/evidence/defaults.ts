import { asksForPromises, type Rule } from "@/lib/evidence/rules";
import type { MeetingKind } from "@/prisma/generated/enums";

const lokmin: MeetingKind[] = ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN"];
const everyKind: MeetingKind[] = [...lokmin, "STUNTING_MINILOK", "PRE_LOKMIN", "KALAKARYA"];
const firstQuarterly = ["triwulanan-pertama"];

const rules: Omit<Rule, "position">[] = [
  {
    key: "undangan",
    ep: "1.6.2 a",
    text: "Undangan",
    kinds: [...lokmin, "STUNTING_MINILOK"],
    isRequired: true,
    check: "undangan",
  },
  {
    key: "daftar-hadir",
    ep: "1.6.2 a, 2.8.2 b",
    text: "Daftar hadir",
    kinds: everyKind,
    isRequired: true,
    check: "daftar-hadir",
  },
  { key: "notulen", ep: "1.6.2 a, 2.8.2 b", text: "Notulen", kinds: everyKind, isRequired: true, check: "notulen" },
  {
    key: "foto",
    ep: "1.6.2 a, 2.8.2 b",
    text: "Foto kegiatan, paling sedikit satu",
    kinds: [...lokmin, "STUNTING_MINILOK", "KALAKARYA"],
    isRequired: true,
    check: "foto",
  },
  {
    key: "permasalahan",
    ep: "1.6.2 b",
    text: "Notulen memuat permasalahan",
    kinds: [...lokmin, "STUNTING_MINILOK", "PRE_LOKMIN"],
    isRequired: true,
    check: "permasalahan",
  },
  {
    key: "hambatan",
    ep: "1.6.2 b",
    text: "Notulen memuat hambatan",
    kinds: lokmin,
    isRequired: true,
    check: "hambatan",
  },
  {
    key: "rekomendasi",
    ep: "1.6.2 b",
    text: "Notulen memuat rekomendasi tindak lanjut",
    kinds: lokmin,
    isRequired: true,
    check: "rekomendasi",
  },
  {
    key: "tanya-jawab",
    ep: "1.6.2 b",
    text: "Notulen memuat tanya jawab",
    kinds: lokmin,
    isRequired: false,
    check: "tanya-jawab",
  },
  {
    key: "janji-lalu",
    ep: "1.6.2 c",
    text: "Status tindak lanjut setiap RTL lalu",
    kinds: everyKind.filter(asksForPromises),
    isRequired: true,
    check: "janji-lalu",
  },
  {
    key: "rtl",
    ep: "1.6.2 c",
    text: "Rencana tindak lanjut",
    kinds: [...lokmin, "STUNTING_MINILOK"],
    isRequired: true,
    check: "rtl",
  },
  {
    key: "surat-undangan",
    ep: "2.8.2 b",
    text: "Arsip surat undangan bernomor dan bertanda tangan",
    kinds: ["QUARTERLY_LOKMIN"],
    isRequired: false,
    check: null,
  },
  {
    key: "umpan-balik",
    ep: "1.6.1 b",
    text: "Hasil lokakarya mini diumpanbalikkan kepada lintas program dan lintas sektor",
    kinds: lokmin,
    isRequired: false,
    check: null,
  },
  {
    key: "revisi-rpk",
    ep: "1.6.1 e, 2.8.2 d",
    text: "Revisi RPK bulanan, bila ada perubahan",
    kinds: ["MONTHLY_LOKMIN"],
    isRequired: false,
    check: null,
  },
  {
    key: "kesepakatan",
    ep: "Juknis Lokmin",
    text: "Kesepakatan bersama lintas sektor yang ditandatangani",
    kinds: ["QUARTERLY_LOKMIN"],
    typeKeys: firstQuarterly,
    isRequired: true,
    check: null,
  },
  {
    key: "usulan-musrenbang",
    ep: "Juknis Lokmin",
    text: "Usulan bidang kesehatan untuk Musrenbang kecamatan",
    kinds: ["QUARTERLY_LOKMIN"],
    typeKeys: firstQuarterly,
    isRequired: false,
    check: null,
  },
  {
    key: "analisis-bersama",
    ep: "2.1.1 b, c",
    text: "Analisis bersama lintas program dan lintas sektor",
    kinds: ["QUARTERLY_LOKMIN"],
    typeKeys: firstQuarterly,
    isRequired: false,
    check: null,
  },
  {
    key: "hasil-kompetensi",
    ep: "1.3.3",
    text: "Hasil peningkatan kompetensi: nilai sebelum dan sesudah",
    kinds: ["KALAKARYA"],
    isRequired: false,
    check: null,
  },
  {
    key: "evaluasi-penerapan",
    ep: "1.3.3 c",
    text: "Evaluasi penerapan hasil pelatihan di tempat kerja",
    kinds: ["KALAKARYA"],
    isRequired: false,
    check: null,
  },
  {
    key: "sertifikat",
    ep: "1.3.4",
    text: "Sertifikat peserta di berkas kepegawaian",
    kinds: ["KALAKARYA"],
    isRequired: false,
    check: null,
  },
];

/**
 * The house's list of evidence per meeting: Instrumen Akreditasi Puskesmas 1.6.2, 2.8.2, 1.3.3, 1.3.4, and what the
 * first Lokmin triwulanan has to bring about. In the order in which it is shown.
 */
export const houseRules: readonly Rule[] = rules.map((rule, index) => ({ ...rule, position: (index + 1) * 10 }));
