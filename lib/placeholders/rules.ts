const namedThing =
  "nama|nama (?:lengkap|perwakilan|wakil|desa|kelurahan|peserta|pejabat|petugas|kegiatan|instansi|jabatan|narasumber|ketua|kepala|camat|kader|notulis|pimpinan|tempat)";
const askedThing =
  "jabatan|instansi|tanggal|tgl|jam|tempat|nomor|nomor surat|alamat|jumlah|diisi|isi|isikan|sebutkan|tuliskan";

const patterns: readonly RegExp[] = [
  // [Nama Perwakilan], {{tanggal}}, <nama desa>: brackets that no sentence has.
  /\[(?!sic\])[^[\]\n]{0,60}\p{L}{3}[^[\]\n]{0,60}\]/iu,
  /\{[^{}\n]{1,60}\}/u,
  new RegExp(`<(?:${namedThing}|${askedThing})>`, "iu"),
  new RegExp(`\\((?:${namedThing}|${askedThing}|belum diisi|belum ada nama)\\)`, "iu"),
  // ………… and ______: a single "…" or "..." ends a sentence.
  /[.…]{2,}…|…[.…]{2,}|\.{5,}|_{3,}/u,
  /(?<![\p{L}\d])[x]{3,}(?![\p{L}\d])|\d[x]{3,}/iu,
  /\?{3,}/u,
  /(?<!\p{L})(?:lorem ipsum|tbd|tba|(?:isi|tulis|ketik) di sini)(?!\p{L})/iu,
];

const longest = 4000;

/** The first placeholder in a text, as it is written there; null where there is none. */
export function placeholderIn(text: string | null | undefined): string | null {
  if (!text) return null;
  const looked = text.slice(0, longest);
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(looked);
    return match ? [{ at: match.index, words: match[0] }] : [];
  });
  found.sort((one, other) => one.at - other.at);
  return found[0]?.words ?? null;
}

export type Placeholder = {
  words: string;
  /** "RTL 3, penanggung jawab". */
  place: string;
  /** Where it is mended, below the meeting's address: "/rtl/<id>". */
  path: string;
};
