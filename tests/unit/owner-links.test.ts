import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { isOwnerRef, linkState, ownerRefOf, parseOwnerRef } from "@/lib/owner-links/rules";

const written = { responsibleSeatId: null, responsibleUserId: null, responsiblePersonId: "c" };

test("an owner is the seat, else the user, else the person who was written down", () => {
  expect(ownerRefOf({ ...written, responsibleSeatId: "a", responsibleUserId: "b" })).toBe("seat:a");
  expect(ownerRefOf({ ...written, responsibleUserId: "b" })).toBe("user:b");
  expect(ownerRefOf(written)).toBe("person:c");
});

test("what an address or a form names is read back", () => {
  for (const kind of ["seat", "user", "person"] as const) {
    const ref = `${kind}:${randomUUID()}` as const;
    expect(isOwnerRef(ref)).toBe(true);
    expect(parseOwnerRef(ref)).toEqual({ kind, id: ref.slice(kind.length + 1) });
  }
});

test.each(["", "seat:", "seat:1", `user:${"-".repeat(36)}`, "tulis:pemerintah desa||", "kursi:1", null, 7])(
  "%s is no owner",
  (text) => {
    expect(isOwnerRef(text)).toBe(false);
  },
);

test("a link is open while a row is, then there to read for 30 days", () => {
  const at = (day: string) => new Date(`${day}T03:00:00Z`);
  const state = (openRows: number, now: string) =>
    linkState({ openRows, lastChange: at("2026-06-01") }, at(now), "Asia/Jakarta");
  expect(state(1, "2027-01-01")).toBe("open");
  expect(state(0, "2026-07-01")).toBe("readOnly");
  expect(state(0, "2026-07-02")).toBe("ended");
});
