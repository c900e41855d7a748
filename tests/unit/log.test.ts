import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { generalWords } from "@/lib/area-words/words";
import { log, loggablePath, redactText } from "@/lib/log";
import { newToken } from "@/lib/secrets";

test("no personal link and no query reaches the log", () => {
  for (const prefix of ["u", "masuk/tautan", "pasang"]) {
    const token = newToken();
    expect(loggablePath(`/${prefix}/${token}?terkirim`)).toBe(`/${prefix}/[token]`);
    expect(loggablePath(`/${prefix}/${token}/kalender.ics`)).not.toContain(token);
  }
  expect(loggablePath("/mitra?cari=Rini")).toBe("/mitra");
});

test("what was not allowed is in the log with who and what, without a phone that was in it", () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  const organisation = { id: "1", name: "x", kind: "PUSKESMAS", timeZone: "Asia/Jakarta", parentId: null } as const;
  const office = { ...organisation, pathIds: [], areaCode: "18", areaWords: generalWords } as const;
  new NotAllowed(
    {
      userId: "7",
      name: "Ratna",
      email: "r@lokmin.example",
      role: "PUSKESMAS_READER",
      within: [],
      organisation: office,
    },
    "call 0840-0000-0123",
  );
  expect(warn.mock.calls).toEqual([[{ actor: "7", what: "call [nomor]" }, "tidak diizinkan"]]);
  vi.restoreAllMocks();
});

test("no phone number and no token in an error's text reaches the log", () => {
  for (const phone of ["0840-0000-0123", "+62 840 0000 0123", "6284000000123", "084000000123"]) {
    expect(redactText(`gagal untuk ${phone}, dicoba lagi`)).toBe("gagal untuk [nomor], dicoba lagi");
  }
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Za-z]{22}$/), (token) => {
      expect(redactText(`/u/${token} tidak terbuka`)).not.toContain(token);
    }),
  );
});
