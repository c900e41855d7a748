import { expect, test } from "vitest";
import { routeOf } from "@/lib/metrics/route";

test("ids, tokens and numbers give way to a placeholder", () => {
  const id = "0198c1a2-0000-7000-8000-0000000000aa";
  expect(routeOf(`/kegiatan/${id}/undangan?halaman=2`, 200)).toBe("/kegiatan/[id]/undangan");
  expect(routeOf("/u/4nB7cD9eF1gH3jK5mN7pQ9/tes", 303)).toBe("/u/[kode]");
  expect(routeOf("/h/ABCD-1234", 200)).toBe("/h/[kode]");
  expect(routeOf(`/surat/jadwal/${id}:2027`, 200)).toBe("/surat/jadwal/[id]");
  expect(routeOf("/api/v1/kegiatan", 200)).toBe("/api/v1/kegiatan");
  expect(routeOf("/", 200)).toBe("/");
});

test("made-up addresses add no labels", () => {
  expect(routeOf("/apa-saja", 404)).toBe("tidak ada");
  expect(routeOf("/_next/static/chunks/0a1b.js", 200)).toBe("/_next");
  const routes = new Set(Array.from({ length: 2000 }, (_, at) => routeOf(`/x-${word(at)}/y`, 200)));
  expect(routes.size).toBeLessThanOrEqual(401);
  expect(routes).toContain("lainnya");
});

/** Words of small letters only, each another. */
function word(at: number): string {
  return [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
