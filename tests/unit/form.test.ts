import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { log } from "@/lib/log";
import { parseForm, refused } from "@/lib/web/form";
import { queryText } from "@/lib/web/query";

function formOf(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const anything = z.record(z.string(), z.unknown());

test("a refused form is in the log with its fields, never with what was typed or a name that somebody made up", async () => {
  const noted = vi.spyOn(log, "info").mockImplementation(() => {});
  const schema = z.strictObject({ name: z.string().min(5), phone: z.string().regex(/^628/) });
  const form = formOf(["name", "Sri"], ["phone", "0840000001"], ["0840000002 x", "y"]);
  expect(parseForm(schema, form)).toMatchObject({ ok: false });
  refused({ ok: false, reason: "0840000001 sudah dipakai Sri", field: "phone" }, form);
  await vi.waitFor(() => expect(noted).toHaveBeenCalledTimes(2));
  expect(noted.mock.calls).toEqual([
    [{ request: null, fields: ["name", "phone", "?"], reason: "bentuk" }, "isian ditolak"],
    [{ request: null, fields: ["phone"], reason: "aturan" }, "isian ditolak"],
  ]);
  noted.mockRestore();
});

test("lists and lines are built from names", () => {
  const parsed = parseForm(
    anything,
    formOf(
      ["title", "Lokmin"],
      ["seatIds[]", "a"],
      ["seatIds[]", "b"],
      ["agenda.0.topic", "Pembukaan"],
      ["agenda.0.minutes", "10"],
      ["agenda.2.topic", "Penutup"],
      ["$ACTION_ID_1", ""],
    ),
  );
  expect(parsed).toEqual({
    ok: true,
    data: {
      title: "Lokmin",
      seatIds: ["a", "b"],
      agenda: [{ topic: "Pembukaan", minutes: "10" }, { topic: "Penutup" }],
    },
  });
});

test("no name reaches into an object's prototype", () => {
  for (const name of [
    "__proto__",
    "__proto__.0.polluted",
    "agenda.0.__proto__",
    "constructor.0.prototype",
    "prototype.0.polluted",
    "toString",
    "__proto__[]",
  ]) {
    parseForm(anything, formOf([name, "polluted"]));
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
    expect(typeof {}.toString).toBe("function");
  }
});

test("line numbers out of range are left out instead of making long lists", () => {
  const parsed = parseForm(
    anything,
    formOf(["agenda.999999999.topic", "x"], ["agenda.-1.topic", "x"], ["agenda.1e2e.topic", "x"]),
  );
  expect(parsed).toEqual({ ok: true, data: {} });
});

test("whatever names and values come, it answers", () => {
  const name = fc.oneof(fc.string(), fc.stringMatching(/^[a-c](\[\]|\.\d{1,3}(\.[a-c])?)?$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 12 }), (entries) => {
      expect(() => parseForm(anything, formOf(...entries))).not.toThrow();
      expect({}).not.toHaveProperty("polluted");
    }),
  );
});

test("what was typed comes back with one sentence per field, passwords excepted", () => {
  const schema = z.object({ email: z.string().min(50, "Isi email").max(1, "Kedua"), newPassword: z.string() });
  const parsed = parseForm(schema, formOf(["email", "rini@uji.contoh"], ["newPassword", "rahasia-sekali"]));
  expect(parsed).toEqual({
    ok: false,
    state: { values: { email: "rini@uji.contoh" }, errors: { email: "Isi email" } },
  });
});

test("a refusal stands beside its field where it has one, on top where not", () => {
  const form = formOf(["date", "2026-06-24"]);
  expect(refused({ ok: false, reason: "Sudah ada", field: "date" }, form)).toEqual({
    values: { date: "2026-06-24" },
    errors: { date: "Sudah ada" },
  });
  expect(refused({ ok: false, reason: "Sudah ditutup" }, form)).toEqual({
    values: { date: "2026-06-24" },
    message: "Sudah ditutup",
  });
});

test("a form that is only to be shown again is never right, however it is filled", () => {
  const parsed = parseForm(anything, formOf(["$periksa", "1"], ["title", "Lokmin"], ["newPassword", "rahasia"]));
  expect(parsed).toEqual({
    ok: false,
    state: { values: { title: "Lokmin" }, message: "Isian ini belum tersimpan. Periksa, lalu simpan." },
  });
});

test("a value that is sent twice is one", () => {
  expect(queryText(["satu", "dua"])).toBe("satu");
  const parsed = parseForm(anything, formOf(["role", "PUSKESMAS_READER"], ["role", "PUSKESMAS_ADMIN"]));
  expect(parsed).toEqual({ ok: true, data: { role: "PUSKESMAS_ADMIN" } });
});
