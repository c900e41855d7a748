import { expect, test } from "vitest";
import { keptFilterQuery, keptFilterText } from "@/lib/kept-filter";
import { ownFiles } from "@/tests/setup/sources";

const kept = (userId: string, query: string) =>
  decodeURIComponent(keptFilterText(userId, new URLSearchParams(query)) ?? "");

test("a list opens with the filter that its user kept, and with nobody else's", () => {
  const cookie = kept("a", "status=semua&desa=18.01.09.2001&cari=jamban&halaman=3&tahun=");
  expect(keptFilterQuery("a", cookie)).toBe("status=semua&desa=18.01.09.2001");
  expect(keptFilterQuery("b", cookie)).toBeNull();
  expect(keptFilterQuery("a", undefined)).toBeNull();
});

test("nothing is kept where only words were looked for, or where it would be too long", () => {
  expect(keptFilterText("a", new URLSearchParams("cari=jamban&halaman=2"))).toBeNull();
  expect(keptFilterText("a", new URLSearchParams({ topik: "x".repeat(500) }))).toBeNull();
  expect(keptFilterQuery("a", `a?${"x".repeat(500)}`)).toBeNull();
});

test("a filter is kept only where the list opens with it again", () => {
  const files = ownFiles("app");
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));
  const opened = files.filter(({ text }) => text.includes("openKeptFilter(")).map(({ path }) => folderOf(path));
  const keeping = files.filter(({ text }) => /data-filter|<FilterBar|<FilterChips(?![^>]*isKept=\{false\})/.test(text));
  expect(keeping.length).toBeGreaterThan(5);
  expect(keeping.map(({ path }) => path).filter((path) => !opened.includes(folderOf(path)))).toEqual([]);
});
