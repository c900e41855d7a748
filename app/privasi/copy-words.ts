import { attendanceNames } from "@/lib/attendance/rules";
import { prefixNames } from "@/lib/directory/rules";
import { readingKinds } from "@/lib/privacy/kinds";
import { progressNames } from "@/lib/progress/rules";
import { employmentStatusNames, licenceKindNames, placementEndNames, professionNames } from "@/lib/staff/professions";
import { roleNames } from "@/lib/users/rules";

/** Of the parts and fields of a copy of somebody's data, by their keys; of one within another by both. */
export const copyLabels: Record<string, string> = {
  orang: "Catatan tentang Anda",
  catatanDigabung: "Catatan lain yang digabung dengannya",
  undangan: "Undangan dan jawaban Anda",
  kehadiran: "Kehadiran",
  mewakili: "Anda disebut sebagai wakil",
  pertanyaan: "Pertanyaan Anda di notulen",
  penilaianUsg: "Penilaian masalah (USG)",
  rtl: "Rencana tindak lanjut tanggung jawab Anda",
  tautanRtl: "Tautan tindak lanjut dan laporan Anda",
  jabatan: "Jabatan",
  narasumber: "Narasumber pelatihan",
  fasilitator: "Fasilitator program",
  akun: "Akun Lokmin",
  pegawai: "Data pegawai",
  masaKerja: "Masa kerja",
  strSip: "STR dan SIP",
  sertifikat: "Sertifikat",
  pelatihan: "Pelatihan",
  kepindahan: "Kepindahan",
  permintaan: "Permintaan Anda atas data ini",
  dibacaOleh: "Dibaca orang di luar instansi Anda",
  perangkat: "Perangkat yang sedang masuk",
  aplikasiAutentikator: "Aplikasi autentikator",
  kunciSandi: "Kunci sandi",
  tokenApi: "Token API",
  membaca: "Data instansi lain yang Anda baca",
  riwayat: "Yang Anda ubah (500 terakhir)",
  ...{ name: "Nama", title: "Jabatan", institution: "Instansi", phone: "Nomor HP", email: "Email", nip: "NIP" },
  ...{ note: "Catatan", createdAt: "Dicatat", holderName: "Kepada", handedOutAt: "Tautan dikirim" },
  ...{ remindedAt: "Diingatkan", status: "Status", arrivedAt: "Jam datang", text: "Isi", number: "Nomor" },
  ...{ activity: "Kegiatan", deadline: "Tenggat", percent: "Persen", revokedAt: "Dicabut", prefix: "Plt., Plh., Pj." },
  ...{ ownPost: "Jabatan asli", rank: "Pangkat", since: "Sejak", until: "Sampai", position: "Jabatan", role: "Peran" },
  ...{
    deactivatedAt: "Nonaktif",
    profession: "Profesi",
    professionNote: "Keterangan profesi",
    bornOn: "Tanggal lahir",
  },
  ...{
    keeper: "Disimpan oleh",
    startsOn: "Mulai",
    endsOn: "Sampai",
    endReason: "Sebab berakhir",
    endNote: "Keterangan",
  },
  ...{
    decreeNumber: "Nomor SK",
    kind: "Jenis",
    expiresOn: "Berlaku sampai",
    expiresAt: "Berlaku sampai",
    day: "Tanggal",
  },
  ...{ training: "Pelatihan", issuer: "Penerbit", on: "Tanggal", issuedOn: "Tanggal", lessons: "JPL" },
  ...{ startsAt: "Waktu", host: "Penyelenggara", askedBy: "Diminta oleh", askedAt: "Diminta", decidedAt: "Diputuskan" },
  ...{ decidedBy: "Diputuskan oleh", isConfirmed: "Disetujui", decisionNote: "Catatan keputusan" },
  ...{ answeredAt: "Dijawab", answeredBy: "Dijawab oleh", answer: "Jawaban", firstAt: "Waktu", reader: "Pembaca" },
  ...{ readerOffice: "Instansi pembaca", device: "Perangkat", address: "Jaringan", seenAt: "Terakhir dipakai" },
  ...{ lastUsedAt: "Terakhir dipakai", at: "Waktu", says: "Perubahan", leftAt: "Sampai", reports: "Laporan" },
  ...{ placements: "Masa kerja", licences: "STR dan SIP", certificates: "Sertifikat", trainings: "Pelatihan" },
  ...{ choice: "Jawaban", reason: "Alasan", delegateName: "Nama", delegateTitle: "Jabatan", presences: "Sesi" },
  ...{ delegateInstitution: "Instansi", organisation: "Instansi", lastOrganisation: "Instansi terakhir" },
  ...{ "meeting title": "Kegiatan", "meeting startsAt": "Waktu kegiatan", "signature createdAt": "Tanda tangan" },
  ...{ "session topic": "Sesi", "item activity": "Kegiatan", "seat title": "Jabatan", "seat institution": "Instansi" },
  ...{ "programme name": "Program", "organisation name": "Instansi", "lastOrganisation name": "Instansi terakhir" },
  ...{ "from name": "Dari", "to name": "Ke", "answer choice": "Jawaban Anda", "answer reason": "Alasan" },
  ...{ "answer answeredAt": "Dijawab", "office name": "Instansi" },
};

/** Values that are kept as a word of the database, by their field. */
export const copyWords: Record<string, Record<string, string>> = {
  status: { ...attendanceNames, ABSENT: "Tidak hadir", ...progressNames, ...employmentStatusNames },
  choice: { PRESENT: "Akan hadir", REPRESENTED: "Diwakili", ABSENT: "Tidak hadir" },
  prefix: prefixNames,
  profession: professionNames,
  endReason: placementEndNames,
  kind: { ...licenceKindNames, CORRECTION: "Pembetulan", ERASURE: "Penghapusan", ...readingKinds },
  role: roleNames,
};
