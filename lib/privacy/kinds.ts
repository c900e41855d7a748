/** What is kept for a time: its name, how long without a choice, and what goes when that is over. */
export const retentionKinds = {
  contactMonths: {
    name: "Nomor HP dan email orang yang diundang",
    months: 24,
    since: "sesudah kegiatannya, atau sesudah pejabatnya berganti",
    gone: "Nomor dan email dihapus; nama, jabatan, dan kehadiran tetap.",
  },
  signatureMonths: {
    name: "Tanda tangan pada daftar hadir",
    months: 60,
    since: "sesudah kegiatannya",
    gone: "Gambar tanda tangan dihapus; daftar hadir yang sudah diterbitkan sebagai PDF tetap, sebab ia bukti akreditasi.",
  },
  staffMonths: {
    name: "Nomor HP, email, dan tanggal lahir pegawai",
    months: 60,
    since: "sesudah ia tidak bekerja di instansi mana pun",
    gone: "Nomor, email, tanggal lahir, dan tautannya dihapus; riwayat kerja, pelatihan, dan sertifikat tetap.",
  },
  readingMonths: {
    name: "Catatan siapa yang membaca data pribadi",
    months: 24,
    since: "sesudah dibaca",
    gone: "Catatannya dihapus.",
  },
} as const;

export type RetentionKind = keyof typeof retentionKinds;

export const retentionNames = Object.keys(retentionKinds) as RetentionKind[];

/** Months; null: for good. */
export type Retention = Record<RetentionKind, number | null>;

export function defaultRetention(): Retention {
  const { contactMonths, signatureMonths, staffMonths, readingMonths } = retentionKinds;
  return {
    contactMonths: contactMonths.months,
    signatureMonths: signatureMonths.months,
    staffMonths: staffMonths.months,
    readingMonths: readingMonths.months,
  };
}

export function retentionWords(months: number | null): string {
  if (months === null) return "disimpan selamanya";
  return months % 12 === 0 ? `${months / 12} tahun` : `${months} bulan`;
}

export const readingKinds = {
  staff: "berkas pegawai",
  "staff-list": "daftar pegawai",
  "staff-export": "ekspor data pegawai",
  signature: "tanda tangan",
  "signature-roll": "daftar hadir dengan tanda tangan",
  "evidence-pack": "berkas akreditasi dengan daftar hadirnya",
} as const;

export type ReadingKind = keyof typeof readingKinds;
