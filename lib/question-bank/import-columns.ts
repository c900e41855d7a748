const option = <L extends string>(letter: L) => ({
  key: `option${letter}` as const,
  header: `Pilihan ${letter}`,
  obligatory: false,
  width: 24,
  also: [letter.toLowerCase(), `opsi ${letter.toLowerCase()}`, `jawaban ${letter.toLowerCase()}`],
  help: "",
});

export const optionLetters = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;

export const columns = [
  {
    key: "topic" as const,
    header: "Topik",
    obligatory: false,
    width: 24,
    mayMerge: true,
    also: ["materi", "bab"],
    help: "Misalnya Resusitasi jantung paru. Kosong: Umum.",
  },
  {
    key: "kind" as const,
    header: "Jenis",
    obligatory: false,
    width: 18,
    mayMerge: true,
    also: ["jenis soal", "tipe", "tipe soal"],
    help: "Pilihan ganda, Pilihan jamak, Benar atau salah, Urutan, atau Isian singkat. Kosong: pilihan ganda.",
  },
  {
    key: "text" as const,
    header: "Soal",
    obligatory: true,
    width: 60,
    also: ["pertanyaan", "butir soal"],
    help: "Wajib. Paling banyak 1.000 huruf.",
  },
  ...optionLetters.map(option),
  {
    key: "key" as const,
    header: "Kunci",
    obligatory: true,
    width: 18,
    also: ["kunci jawaban", "jawaban benar"],
    help: "B; atau A, C; atau Benar; atau urutannya C, A, B; untuk isian singkat jawaban yang diterima, dipisahkan titik koma.",
  },
  {
    key: "points" as const,
    header: "Bobot",
    obligatory: false,
    width: 10,
    also: ["bobot nilai", "poin", "skor"],
    help: "1 sampai 100. Kosong: 1.",
  },
];

export type ColumnKey = (typeof columns)[number]["key"];
