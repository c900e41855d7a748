import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { isOwnerKey, linkState, ownerKeyOf } from "@/lib/owner-links/rules";

const typed = {
  responsibleInstitution: "Pemerintah Desa Margasari",
  responsibleTitle: "Kepala Desa",
  responsibleName: "Sutrisno",
  responsibleSeatId: null,
  responsibleUserId: null,
};

test("an owner is the seat, else the user, else what was typed", () => {
  expect(ownerKeyOf({ ...typed, responsibleSeatId: "a", responsibleUserId: "b" })).toBe("seat:a");
  expect(ownerKeyOf({ ...typed, responsibleUserId: "b" })).toBe("user:b");
  expect(ownerKeyOf(typed)).toBe("tulis:pemerintah desa margasari|kepala desa|sutrisno");
});

test("typing differences make no other owner, and a bar in a name no third part", () => {
  const same = { ...typed, responsibleInstitution: "  pemerintah\u00a0Desa  MARGASARI ", responsibleName: "SUTRISNO " };
  expect(ownerKeyOf(same)).toBe(ownerKeyOf(typed));
  expect(ownerKeyOf({ ...typed, responsibleTitle: null, responsibleName: null })).toBe(
    "tulis:pemerintah desa margasari||",
  );
  expect(ownerKeyOf({ ...typed, responsibleInstitution: "A|B", responsibleTitle: null })).toBe("tulis:a b||sutrisno");
});

test("a key as the list hands it out is one", () => {
  for (const text of [`seat:${randomUUID()}`, `user:${randomUUID()}`, ownerKeyOf(typed)])
    expect(isOwnerKey(text)).toBe(true);
});

test.each([
  "",
  "seat:",
  "seat:1",
  `user:${"-".repeat(36)}`,
  "tulis:a\u0000b",
  "kursi:1",
  "tulis: x",
  null,
  7,
  `tulis:${"x".repeat(600)}`,
])("%s is no key", (text) => {
  expect(isOwnerKey(text)).toBe(false);
});

test("a link is open while a row is, then there to read for 30 days", () => {
  const at = (day: string) => new Date(`${day}T03:00:00Z`);
  const state = (openRows: number, now: string) =>
    linkState({ openRows, lastChange: at("2026-06-01") }, at(now), "Asia/Jakarta");
  expect(state(1, "2027-01-01")).toBe("open");
  expect(state(0, "2026-07-01")).toBe("readOnly");
  expect(state(0, "2026-07-02")).toBe("ended");
});
