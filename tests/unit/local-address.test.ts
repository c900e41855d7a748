import { expect, test } from "vitest";
import { localAddress } from "@/lib/web/local-address";

test.each(["/kegiatan", "/kegiatan/8f0e/undangan", "/rtl?tahun=2027&status=belum", "/masuk/isian"])(
  "%s is come back to",
  (address) => {
    expect(localAddress(address)).toBe(address);
  },
);

test.each([
  "/a/..//situs.example",
  "/a/%2e%2e//situs.example",
  "/a/.//situs.example",
  "/a//situs.example",
  "//situs.example",
  "/\\situs.example",
  "https://situs.example",
  "/a/../b",
  "/beranda",
  "",
  null,
])("%s is not", (address) => {
  expect(localAddress(address)).toBeNull();
});
