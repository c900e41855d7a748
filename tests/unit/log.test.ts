import fc from "fast-check";
import { expect, test } from "vitest";
import { loggablePath, redactText } from "@/lib/log";
import { newToken } from "@/lib/secrets";

test("no personal link and no query reaches the log", () => {
  for (const prefix of ["u", "masuk/tautan", "pasang"]) {
    const token = newToken();
    expect(loggablePath(`/${prefix}/${token}?terkirim`)).toBe(`/${prefix}/[token]`);
    expect(loggablePath(`/${prefix}/${token}/kalender.ics`)).not.toContain(token);
  }
  expect(loggablePath("/mitra?cari=Rini")).toBe("/mitra");
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
