import { expect, test } from "vitest";
import { placeholderIn } from "@/lib/placeholders/rules";

test.each([
  ["Dihadiri [Nama Perwakilan] dari Koramil", "[Nama Perwakilan]"],
  ["Penanggung jawab: …………", "…………"],
  ["Pada tanggal ........ di aula", "........"],
  ["Bapak ______ menyampaikan", "______"],
  ["Kader XXX hadir", "XXX"],
  ["Hubungi 0840xxxxxx", "0xxxxxx"],
  ["Kepala Desa (nama)", "(nama)"],
  ["Kepala Desa (Nama Lengkap), hadir", "(Nama Lengkap)"],
  ["Mulai (jam) sampai selesai", "(jam)"],
  ["{{nama_kegiatan}} dilaksanakan", "{nama_kegiatan}"],
  ["{nomor_naskah} ditulis", "{nomor_naskah}"],
  ["Sambutan <nama camat>", "<nama camat>"],
  ["Jumlah balita ???", "???"],
  ["Penyaji: TBA", "TBA"],
  ["Isi di sini", "Isi di sini"],
])("%s is a placeholder", (text, words) => {
  expect(placeholderIn(text)).toBe(words);
});

test.each([
  "Sulastri, S.Tr.Keb., SKM, MKM",
  "Camat (Plt.) membuka rapat pukul 09.00 ...",
  "Belum semua desa melapor…",
  "Imunisasi dasar lengkap (IDL) 31,2 % dari target 45 %",
  "Desa Sawang Ba'u dan Tiro/Truseb",
  "Dana Desa (tanggal 3 Maret) sudah cair",
  "Anak bernama Maxxx",
  "Ukuran baju XL, XXL",
  "Rapat ke-30, ayat 3 [sic] dan catatan [1]",
  "<script>alert(1)</script>",
  "Mengapa? Karena bidan desa pindah??",
  "Nama, jabatan, dan instansi peserta sudah dicocokkan",
  "Jl. A. Yani No. 5, RT. 03/RW. 02",
  "nama (samaran) tidak ditulis",
  "https://contoh.go.id/a_b__c?x=1",
  "",
])("%s is none", (text) => {
  expect(placeholderIn(text)).toBeNull();
});

test("a text of any length is looked at in bounded time", () => {
  for (const part of ["[", "(nama ", "....", "{", "x", "…", "_", "[aaaaaaaaaa"])
    expect(() => placeholderIn(part.repeat(200_000))).not.toThrow();
});
