import type { Role } from "@/prisma/generated/enums";
import { pagesOfTheApp } from "./addresses";

export const writers: Role[] = ["PUSKESMAS_ADMIN", "PUSKESMAS_HEAD", "PUSKESMAS_STAFF"];
export const puskesmas: Role[] = [...writers, "PUSKESMAS_READER"];
export const admins: Role[] = ["PUSKESMAS_ADMIN", "DINKES_ADMIN"];
const dinkes: Role[] = ["DINKES_ADMIN", "DINKES_REVIEWER"];
const everybody: Role[] = [...puskesmas, ...dinkes];

export type Kind = "closed" | "running";

/** Whom each page of the staff is for, and on which meeting it is looked at: a new page has to be entered here. */
export const pages: Record<
  string,
  { roles: Role[]; meetings?: Kind[]; notForProvince?: true; onlyForProvince?: true }
> = {
  "/akun": { roles: everybody },
  "/akun/keamanan": { roles: everybody },
  "/akun/keamanan/aplikasi": { roles: everybody },
  "/akun/keamanan/kode": { roles: everybody },
  "/akun/keamanan/kunci": { roles: everybody },
  "/akun/konfirmasi": { roles: everybody },
  "/akun/token": { roles: everybody },
  "/akun/pemberitahuan": { roles: everybody },
  "/bank-soal": { roles: everybody },
  // Of an office that has any: question-bank.test.ts tries what it saves.
  "/bank-soal/[soal]": { roles: [] },
  "/bank-soal/baru": { roles: [...writers, ...dinkes] },
  "/beranda": { roles: everybody },
  "/berkas-akreditasi": { roles: everybody },
  "/": { roles: everybody },
  "/bantuan": { roles: everybody },
  "/capaian": { roles: everybody },
  // A Dinkes names the puskesmas in the query: pws.spec.ts does that.
  "/capaian/[indikator]": { roles: puskesmas },
  "/capaian/desa/[kode]": { roles: puskesmas },
  "/capaian/dhis2": { roles: [...writers, "DINKES_ADMIN"] },
  "/capaian/indikator": { roles: everybody },
  "/capaian/indikator/[definisi]": { roles: everybody },
  "/capaian/indikator/baku": { roles: [...writers, "DINKES_ADMIN"] },
  "/capaian/indikator/baru": { roles: [...writers, "DINKES_ADMIN"] },
  "/capaian/indikator/beberapa": { roles: [...writers, "DINKES_ADMIN"] },
  "/capaian/isi": { roles: everybody },
  "/capaian/puskesmas": { roles: everybody },
  "/capaian/sasaran": { roles: everybody },
  "/capaian/target": { roles: everybody },
  "/capaian/wilayah": { roles: dinkes },
  "/cari": { roles: everybody },
  "/eskalasi": { roles: everybody },
  "/eskalasi/[escalation]": { roles: everybody },
  "/eskalasi/[escalation]/surat/pengantar-eskalasi": { roles: writers },
  "/impor/[jenis]": { roles: writers },
  // There is none before a file was uploaded: forms.spec.ts does that.
  "/impor/[jenis]/[id]": { roles: [] },
  "/kegiatan": { roles: everybody },
  // A Dinkes holds trainings alone.
  "/kegiatan/baru": { roles: [...writers, ...dinkes] },
  "/kegiatan/rencana": { roles: writers },
  "/kegiatan/[id]": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/absen": { roles: writers, meetings: ["closed", "running"] },
  "/kegiatan/[id]/dokumen": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/foto": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/janji": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/kehadiran": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/kehadiran/kertas": { roles: writers, meetings: ["closed", "running"] },
  // Of visits alone: dinkes.spec.ts does that.
  "/kegiatan/[id]/periksa": { roles: [] },
  "/kegiatan/[id]/temuan": { roles: [] },
  // Of trainings alone: training-tests.spec.ts does that.
  "/kegiatan/[id]/tes": { roles: [] },
  "/kegiatan/[id]/tes/[jenis]": { roles: [] },
  "/kegiatan/[id]/tes/nilai": { roles: [] },
  "/kegiatan/[id]/kirim": { roles: writers, meetings: ["closed", "running"] },
  "/kegiatan/[id]/layar": { roles: writers, meetings: ["closed", "running"] },
  "/kegiatan/[id]/orang": { roles: writers, meetings: ["closed", "running"] },
  // Of trainings alone: training.spec.ts does that.
  "/kegiatan/[id]/pelatihan": { roles: [] },
  "/kegiatan/[id]/pelatihan/jadwal": { roles: [] },
  "/kegiatan/[id]/pelatihan/peserta": { roles: [] },
  "/kegiatan/[id]/pelatihan/peserta/ketik": { roles: [] },
  "/kegiatan/[id]/pelatihan/ubah": { roles: [] },
  "/kegiatan/[id]/pengesahan": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/masalah": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/masalah/[problemId]": { roles: everybody, meetings: ["running"] },
  "/kegiatan/[id]/masalah/[problemId]/ubah": { roles: writers, meetings: ["running"] },
  "/kegiatan/[id]/masalah/nilai": { roles: writers, meetings: ["closed", "running"] },
  "/kegiatan/[id]/masalah/tambah": { roles: writers, meetings: ["closed", "running"] },
  "/kegiatan/[id]/notulen": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/notulen/[noteId]": { roles: puskesmas, meetings: ["closed", "running"] },
  "/kegiatan/[id]/riwayat": { roles: everybody, meetings: ["closed"] },
  "/kegiatan/[id]/rtl": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/rtl/[itemId]": { roles: everybody, meetings: ["closed"] },
  "/kegiatan/[id]/rtl/[itemId]/ubah": { roles: writers, meetings: ["closed"] },
  "/kegiatan/[id]/rtl/tambah": { roles: writers, meetings: ["running"] },
  // Of a kalakarya alone: training-evaluation.spec.ts does that.
  "/kegiatan/[id]/evaluasi": { roles: [] },
  "/kegiatan/[id]/evaluasi/temuan": { roles: [] },
  "/kegiatan/[id]/simulasi": { roles: [] },
  "/kegiatan/[id]/simulasi/[simulasi]": { roles: [] },
  "/kegiatan/[id]/simulasi/[simulasi]/nilai": { roles: [] },
  "/penerapan/[peserta]": { roles: [] },
  "/kegiatan/[id]/sesi": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/sertifikat": { roles: [] },
  "/kegiatan/[id]/surat/undangan": { roles: writers, meetings: ["closed"] },
  "/kegiatan/[id]/ubah": { roles: writers, meetings: ["running"] },
  "/kegiatan/[id]/undangan": { roles: everybody, meetings: ["closed", "running"] },
  "/kegiatan/[id]/undangan/slip": { roles: writers },
  "/kegiatan/[id]/undangan/tambah": { roles: writers, meetings: ["running"] },
  "/klaster": { roles: ["DINKES_ADMIN", "DINKES_REVIEWER"] },
  "/klaster/[cluster]": { roles: ["DINKES_ADMIN"], notForProvince: true },
  "/klaster/baru": { roles: ["DINKES_ADMIN"] },
  "/kompetensi": { roles: everybody },
  // There is none before somebody set one: needs.test.ts does that.
  "/kompetensi/[id]": { roles: [] },
  "/kompetensi/[id]/ubah": { roles: [] },
  "/kompetensi/baru": { roles: ["DINKES_ADMIN"] },
  "/kompetensi/rencana": { roles: everybody },
  "/kompetensi/rencana/[id]": { roles: [] },
  "/matriks": { roles: dinkes },
  "/matriks/grafik": { roles: dinkes },
  "/matriks/peta": { roles: dinkes },
  "/matriks/peta/ubah": { roles: ["DINKES_ADMIN"] },
  "/pegawai": { roles: everybody },
  "/pegawai/[staff]": { roles: everybody },
  "/pegawai/[staff]/ubah": { roles: [...writers, "DINKES_ADMIN"], notForProvince: true },
  "/pegawai/pindah": { roles: [...writers, "DINKES_ADMIN"] },
  "/pegawai/berlaku": { roles: everybody },
  "/pegawai/baru": { roles: [...writers, "DINKES_ADMIN"] },
  "/mulai": { roles: [...writers, "DINKES_ADMIN"] },
  "/mitra/usulan": { roles: writers },
  "/mitra/undang": { roles: writers },
  "/mitra/arsipkan": { roles: writers },
  "/mitra": { roles: puskesmas },
  "/mitra/[seat]": { roles: puskesmas },
  "/mitra/[seat]/ganti": { roles: writers },
  "/mitra/[seat]/jabatan": { roles: writers },
  "/mitra/[seat]/pejabat": { roles: writers },
  "/mitra/[seat]/terdahulu": { roles: writers },
  "/mitra/baru": { roles: writers },
  "/mitra/orang": { roles: writers },
  "/mitra/orang/[person]": { roles: writers },
  "/organisasi": { roles: everybody },
  "/organisasi/[organisation]": { roles: everybody },
  "/organisasi/[organisation]/ubah": { roles: ["DINKES_ADMIN"] },
  "/organisasi/[organisation]/wilayah": { roles: ["DINKES_ADMIN"] },
  "/organisasi/baru": { roles: ["DINKES_ADMIN"] },
  "/organisasi/periksa": { roles: ["DINKES_ADMIN"] },
  // Of a kabupaten: first-day.spec.ts does that.
  "/organisasi/usulan": { roles: ["DINKES_ADMIN"], notForProvince: true },
  "/organisasi/provinsi": { roles: ["DINKES_ADMIN"] },
  "/penugasan": { roles: everybody },
  // The demo has none at each role's office: needs.test.ts does that.
  "/penugasan/[id]": { roles: [] },
  "/penugasan/baru": { roles: ["DINKES_ADMIN"] },
  "/penugasan/kebutuhan": { roles: dinkes },
  "/penugasan/perkembangan": { roles: everybody },
  "/penugasan/standar": { roles: dinkes },
  "/program": { roles: dinkes },
  "/program/baru": { roles: ["DINKES_ADMIN"] },
  "/program/[programme]": { roles: dinkes },
  "/program/[programme]/daftar-periksa": { roles: dinkes },
  "/program/[programme]/fasilitator": { roles: dinkes },
  "/program/[programme]/kunjungan": { roles: dinkes },
  "/program/[programme]/kunjungan/rencana": { roles: ["DINKES_ADMIN"], notForProvince: true },
  "/program/[programme]/temuan": { roles: dinkes },
  "/program/[programme]/ubah": { roles: ["DINKES_ADMIN"], notForProvince: true },
  "/pemberitahuan": { roles: everybody },
  "/pengaturan": { roles: everybody },
  "/pengaturan/dipakai-sejak": { roles: ["PUSKESMAS_ADMIN", "PUSKESMAS_HEAD", "DINKES_ADMIN"] },
  "/pengaturan/batas-waktu": { roles: ["DINKES_ADMIN"] },
  "/pengaturan/bukti": { roles: ["PUSKESMAS_ADMIN", "PUSKESMAS_HEAD"] },
  "/pengaturan/email": { roles: writers },
  "/pengaturan/eskalasi": { roles: ["DINKES_ADMIN"] },
  "/pengaturan/jenis": { roles: writers },
  "/pengaturan/jenis/[kunci]": { roles: writers },
  "/pengaturan/jenis/baru": { roles: writers },
  "/pengaturan/kalender": { roles: everybody },
  "/pengaturan/kop": { roles: [...writers, "DINKES_ADMIN"] },
  "/pengaturan/kop/[kop]": { roles: [...writers, "DINKES_ADMIN"] },
  "/pengaturan/keamanan": { roles: admins },
  "/pengaturan/libur": { roles: [...writers, "DINKES_ADMIN"] },
  "/pengaturan/naskah": { roles: [...writers, "DINKES_ADMIN"] },
  "/pengaturan/naskah/undangan": { roles: writers },
  "/pengaturan/naskah/balasan-eskalasi": { roles: ["DINKES_ADMIN"] },
  "/pengaturan/pembacaan": { roles: ["PUSKESMAS_ADMIN", "DINKES_ADMIN"] },
  "/pengaturan/pekerjaan": { roles: ["PUSKESMAS_ADMIN", "DINKES_ADMIN"] },
  // Of the demo's topmost offices the province was made first.
  "/pengaturan/pemasangan": { roles: ["DINKES_ADMIN"], onlyForProvince: true },
  "/pengaturan/pesan": { roles: writers },
  "/pengaturan/pimpinan": { roles: [...writers, "DINKES_ADMIN"] },
  "/pengaturan/pimpinan/baru": { roles: [...writers, "DINKES_ADMIN"] },
  "/pengaturan/webhook": { roles: admins },
  // There is none before somebody made one: looked at with the form that makes it.
  "/pengaturan/webhook/[webhook]": { roles: [] },
  "/pengaturan/webhook/baru": { roles: admins },
  "/pengguna": { roles: admins },
  "/pengguna/[user]": { roles: admins },
  "/pengguna/baru": { roles: admins },
  "/pengguna/pertama": { roles: ["DINKES_ADMIN"] },
  "/pengguna/tautan": { roles: admins },
  "/riwayat": { roles: everybody },
  "/siapa-datang": { roles: everybody },
  // Each paper has an entry of its own.
  "/surat/masalah-usg/[id]": { roles: everybody, meetings: ["closed"] },
  "/surat/laporan-program/[programme]": { roles: dinkes },
  "/surat/daftar-hadir/[id]": { roles: everybody, meetings: ["closed", "running"] },
  "/surat/eskalasi/[escalation]": { roles: everybody },
  "/surat/notulen/[id]": { roles: everybody },
  // Its subject is two words with a colon between them.
  "/surat/jadwal/[organisation]:2025": { roles: everybody },
  "/surat/undangan/[id]": { roles: everybody },
  "/surat": { roles: everybody },
  "/surat/catat": { roles: [...writers, "DINKES_ADMIN", "DINKES_REVIEWER"] },
  "/templat": { roles: everybody },
  "/templat/[template]": { roles: everybody },
  "/tinjauan": { roles: everybody },
  "/tinjauan/[laporan]": { roles: everybody },
  "/tinjauan/umpan-balik": { roles: everybody },
  "/tinjauan/umpan-balik/[umpan]": { roles: everybody },
  "/tinjauan/umpan-balik/[umpan]/surat/umpan-balik": {
    roles: ["DINKES_ADMIN", "DINKES_REVIEWER"],
    notForProvince: true,
  },
  "/surat/umpan-balik/[umpan]": { roles: everybody },
  "/tindak-lanjut": { roles: everybody },
  "/tindak-lanjut/alihkan": { roles: writers },
  "/tindak-lanjut/kirim": { roles: writers },
  "/tindak-lanjut/slip": { roles: writers },
  "/tindak-lanjut/periksa": { roles: everybody },
};

/** Before the sign-in; the first set-up would need a database without users to be seen. */
const open = ["/masuk", "/masuk/langkah-kedua", "/masuk/siapkan", "/masuk/tautan/[token]", "/pasang/[token]"];

const specific = (pattern: string) =>
  pattern
    .replace("/eskalasi/[id]", "/eskalasi/[escalation]")
    .replace(/^(\/eskalasi\/\[escalation\]\/surat)\/.*$/, "$1/[jenis]")
    .replace("/klaster/[id]", "/klaster/[cluster]")
    .replace(/^\/mitra\/\[id\]/, "/mitra/[seat]")
    .replace("/mitra/orang/[id]", "/mitra/orang/[person]")
    .replace("/organisasi/[id]", "/organisasi/[organisation]")
    .replace("/pengaturan/webhook/[id]", "/pengaturan/webhook/[webhook]")
    .replace("/pegawai/[id]", "/pegawai/[staff]")
    .replace("/pengguna/[id]", "/pengguna/[user]")
    .replace(/^(\/pengaturan\/naskah)\/.*$/, "$1/[jenis]")
    .replace(/^(\/kegiatan\/\[id\]\/surat)\/.*$/, "$1/[jenis]")
    .replace(/^(\/tinjauan\/umpan-balik\/\[umpan\]\/surat)\/.*$/, "$1/[jenis]")
    .replace(/^\/surat\/[^/]+\/.*$/, "/surat/[jenis]/[subjek]")
    .replace("/penerapan/[id]", "/penerapan/[peserta]")
    .replace("/program/[id]", "/program/[programme]")
    .replace("/templat/[id]", "/templat/[template]");

/** Every page of the app as the list should name it. */
export const wantedPages = () => pagesOfTheApp().map(specific).sort();

export const listedPages = () => [...new Set([...open, ...Object.keys(pages)].map(specific))].sort();
