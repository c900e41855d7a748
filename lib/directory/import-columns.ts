export const columns = [
  { key: "title", header: "Jabatan", obligatory: true, width: 30, also: ["nama jabatan"] },
  {
    key: "institution",
    header: "Instansi",
    obligatory: true,
    width: 34,
    mayMerge: true,
    also: ["nama instansi", "lembaga"],
  },
  { key: "sector", header: "Sektor", obligatory: false, width: 26, mayMerge: true, also: [] },
  {
    key: "villageCode",
    header: "Kode desa",
    obligatory: false,
    width: 16,
    mayMerge: true,
    also: ["kode desa kelurahan"],
  },
  { key: "name", header: "Nama pejabat", obligatory: true, width: 34, also: ["nama", "pejabat"] },
  { key: "prefix", header: "Plt./Plh./Pj.", obligatory: false, width: 13, also: ["awalan"] },
  { key: "ownPost", header: "Jabatan asal", obligatory: false, width: 30, also: ["jabatan asli"] },
  {
    key: "phone",
    header: "No. HP",
    obligatory: false,
    width: 18,
    also: ["nomor hp", "hp", "no wa", "nomor wa", "telepon", "no telepon", "nomor telepon"],
  },
  { key: "email", header: "Email", obligatory: false, width: 28, also: ["surel", "alamat email"] },
  { key: "protocolOrder", header: "Urutan protokol", obligatory: false, width: 15, also: ["urutan"] },
] as const;

export type ColumnKey = (typeof columns)[number]["key"];

export type Cells = Partial<Record<ColumnKey, string>>;

export const vacant = "(lowong)";

/** The template's example begins with this; such a row is never imported. */
export const exampleMark = "CONTOH";
