export const columns = [
  {
    key: "name",
    header: "Nama",
    obligatory: true,
    width: 32,
    also: ["nama lengkap", "nama pegawai", "nama petugas"],
    help: "Wajib. Nama dengan gelar.",
  },
  {
    key: "nip",
    header: "NIP",
    obligatory: false,
    width: 22,
    also: ["nomor induk pegawai"],
    help: "18 angka; boleh kosong.",
  },
  {
    key: "profession",
    header: "Profesi",
    obligatory: true,
    width: 22,
    also: ["jenis tenaga", "jenis nakes", "tenaga"],
    help: "Wajib, misalnya Dokter, Perawat, atau Bidan.",
  },
  {
    key: "office",
    header: "Tempat tugas",
    obligatory: true,
    width: 32,
    also: ["puskesmas", "nama puskesmas", "lokasi", "penempatan", "unit kerja"],
    help: "Wajib. Nama puskesmas atau rumah sakit seperti tercatat, atau kode registrasinya.",
  },
  {
    key: "startsOn",
    header: "Mulai",
    obligatory: true,
    width: 14,
    also: ["tanggal mulai", "tmt", "mulai bertugas"],
    help: "Wajib, misalnya 1/3/2024.",
  },
  {
    key: "endsOn",
    header: "Berakhir",
    obligatory: true,
    width: 14,
    also: ["tanggal akhir", "tanggal berakhir", "akhir tugas", "hari terakhir"],
    help: "Wajib. Hari terakhir menurut SK, atau yang sebenarnya bila sudah berakhir.",
  },
  {
    key: "reason",
    header: "Sebab berakhir",
    obligatory: false,
    width: 26,
    also: ["alasan berakhir", "sebab", "alasan"],
    help: "Hanya bila sudah berakhir: Masa tugas selesai, Diangkat menjadi PPPK, Diangkat menjadi PNS, Pindah, Mengundurkan diri, Pensiun, Meninggal dunia.",
  },
  {
    key: "decreeNumber",
    header: "Nomor SK",
    obligatory: false,
    width: 24,
    also: ["no sk", "sk"],
    help: "Boleh kosong.",
  },
] as const;

export type ColumnKey = (typeof columns)[number]["key"];
export type Cells = Partial<Record<ColumnKey, string>>;
