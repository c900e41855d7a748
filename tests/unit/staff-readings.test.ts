import { expect, test } from "vitest";
import { ownFiles } from "@/tests/setup/sources";

const readsNames = /\b(listStaff|listExpiring|exportStaff|listStaffChoices|listAssignments|rankNeeds)\(/;

test("each page and file that names staff of several offices notes it for those offices", () => {
  const naming = ownFiles("app").filter(({ text }) => readsNames.test(text));
  expect(naming.length).toBeGreaterThan(6);
  expect(naming.filter(({ text }) => !text.includes("noteListReading(")).map(({ path }) => path)).toEqual([]);
});
