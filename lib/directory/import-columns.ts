import { type Refusal, refuse } from "@/lib/actor";

/** The columns of a directory file, in the order they are written; what the importer reads and the export gives. */
export const columns = [
  { key: "title", header: "Jabatan", obligatory: true, width: 30, also: ["nama jabatan"] },
  { key: "institution", header: "Instansi", obligatory: true, width: 34, also: ["nama instansi", "lembaga"] },
  { key: "sector", header: "Sektor", obligatory: false, width: 26, also: [] },
  { key: "villageCode", header: "Kode desa", obligatory: false, width: 16, also: ["kode desa kelurahan"] },
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

/** What one row of a file says, as text; a column that is not there has no key. */
export type Cells = Partial<Record<ColumnKey, string>>;

/** In the name column: the seat is there, nobody holds it. An empty cell could as well be forgotten. */
export const vacant = "(lowong)";

/** The template's example begins with this; such a row is never imported. */
export const exampleMark = "CONTOH";

const rowsAboveHeader = 10;

export type Header = { line: number; places: Map<ColumnKey, number>; unused: string[] };

/**
 * Finds the row of column names among the first of a sheet and which column is which: order, case, spaces and dots
 * do not matter, and other columns may stand between.
 */
export function findHeader(lines: readonly (readonly string[])[]): { ok: true; header: Header } | Refusal {
  let line = lines.slice(0, rowsAboveHeader).findIndex((cells) => cells.filter((cell) => keyOf(cell)).length >= 2);
  if (line < 0) line = lines.findIndex((cells) => cells.some(Boolean));
  const cells = lines[line];
  if (!cells) return refuse("Berkas ini tidak berisi apa-apa. Isi templat, lalu unggah lagi.", "file");
  const places = new Map<ColumnKey, number>();
  const unused: string[] = [];
  for (const [place, cell] of cells.entries()) {
    const key = keyOf(cell);
    if (!key && cell) unused.push(cell);
    if (!key) continue;
    if (places.has(key))
      return refuse(`Kolom “${headerOf(key)}” ada dua kali di baris ${line + 1}. Hapus salah satunya.`, "file");
    places.set(key, place);
  }
  const missing = columns.filter(({ key, obligatory }) => obligatory && !places.has(key));
  if (missing.length > 0) {
    const names = missing.map(({ header }) => `“${header}”`).join(" dan ");
    return refuse(
      `Kolom ${names} tidak ditemukan di baris judul (baris ${line + 1}). Tambahkan, atau salin isi berkas ke templat.`,
      "file",
    );
  }
  return { ok: true, header: { line, places, unused } };
}

export function headerOf(key: ColumnKey): string {
  return columns.find((column) => column.key === key)?.header ?? key;
}

const known = new Map<string, ColumnKey>(
  columns.flatMap(({ key, header, also }) => [header, ...also].map((name): [string, ColumnKey] => [plain(name), key])),
);

function keyOf(cell: string): ColumnKey | undefined {
  return known.get(plain(cell));
}

/** Letters and digits only, lower case: "No. HP *" is "nohp". */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
