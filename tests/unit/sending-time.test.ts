import { expect, test } from "vitest";
import { sendingTime } from "@/lib/documents/sending-time";

test.each([
  [100 * 1024, "kurang dari 10 detik di jaringan lambat"],
  [1024 * 1024, "sekitar 30 detik di jaringan lambat"],
  [12 * 1024 * 1024, "sekitar 7 menit di jaringan lambat"],
])("%d bytes take %s", (bytes, words) => {
  expect(sendingTime(bytes)).toBe(words);
});
