import { expect, test } from "vitest";
import { sentenceOf } from "@/lib/events/sentence";

test.each([
  ["menjadwalkan", "Lokmin Triwulan I", "menjadwalkan: Lokmin Triwulan I"],
  ["mengirim pesan undangan kepada", "Camat Sragi", "mengirim pesan undangan kepada Camat Sragi"],
  ["menambah RTL", "RTL 1: Jamban", "menambah RTL 1: Jamban"],
  ["mengubah masalah", "Masalah 3: Stok obat", "mengubah masalah 3: Stok obat"],
  ["melaporkan kemajuan", "RTL 1: Jamban", "melaporkan kemajuan: RTL 1: Jamban"],
  ["menambah mitra", "Mitra Sehat, Sragi", "menambah mitra: Mitra Sehat, Sragi"],
])("%s, %s", (verb, subject, sentence) => {
  expect(sentenceOf(verb, subject)).toBe(sentence);
});
