import { z } from "zod";
import { parseDecimal } from "@/lib/decimal";
import { currentName } from "@/lib/legacy-choices";
import { normalForm } from "@/lib/normal-form";
import { isDay } from "@/lib/time";

/** Control characters no keyboard writes; PostgreSQL refuses the zero byte. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

const longest = (max: number) => 4 * max + 1000;

function cleanTo(max: number): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== "string") return value ?? "";
    if (value.length > longest(max)) return value.slice(0, longest(max));
    return normalForm(
      value
        .replace(/[\v\f]/g, " ")
        .replace(control, "")
        .replace(/\r\n?/g, "\n"),
    ).trim();
  };
}

const cleanShort = cleanTo(100);

/** @param name as the label says it, lower case: "tempat" gives "Isi tempat" */
export function text(name: string, max = 200, verb: "Isi" | "Pilih" = "Isi") {
  return z.preprocess(
    cleanTo(max),
    z
      .string()
      .min(1, `${verb} ${name}`)
      .max(max, `${capital(name)} paling banyak ${max} huruf`),
  );
}

export function optionalText(name: string, max = 200) {
  return z.preprocess(
    cleanTo(max),
    z
      .string()
      .max(max, `${capital(name)} paling banyak ${max} huruf`)
      .transform((value) => value || null),
  );
}

export function day(name: string) {
  return z.preprocess(
    cleanShort,
    z
      .string()
      .min(1, `Isi ${name}`)
      .refine((value) => value === "" || isDay(value), `${capital(name)} tidak ada di kalender`)
      .refine(
        (value) => !isDay(value) || (value >= "1990-01-01" && value <= "2100-12-31"),
        `Tahun pada ${name} harus antara 1990 dan 2100`,
      ),
  );
}

/** A day that may be left out: null. */
export function optionalDay(name: string) {
  return z.preprocess((value) => cleanShort(value) || null, day(name).nullable());
}

const clockForm = /^([01]\d|2[0-3])[:.]([0-5]\d)$/;

export function clock(name: string) {
  return z.preprocess(
    cleanShort,
    z
      .string()
      .min(1, `Isi ${name}`)
      .refine((value) => value === "" || clockForm.test(value), `Tulis ${name} seperti 09.00`)
      .transform((value) => value.replace(".", ":")),
  );
}

export function optionalClock(name: string) {
  return z.preprocess(
    cleanShort,
    z
      .string()
      .refine((value) => value === "" || clockForm.test(value), `Tulis ${name} seperti 12.00`)
      .transform((value) => value.replace(".", ":") || null),
  );
}

export function choice<const T extends readonly [string, ...string[]]>(name: string, values: T) {
  return z.preprocess(currentName, z.enum(values, { error: `Pilih ${name}` }));
}

export function optionalChoice<const T extends readonly [string, ...string[]]>(name: string, values: T) {
  return z.preprocess(
    (value) => (value === "" || value === undefined ? null : currentName(value)),
    z.enum(values, { error: `Pilih ${name} dari daftar` }).nullable(),
  );
}

export function optionalWholeNumber(name: string, min: number, max: number) {
  return z.preprocess(
    cleanShort,
    z
      .string()
      .refine(
        (value) => value === "" || inRange(/^\d{1,9}$/, value, min, max),
        `${capital(name)} harus angka bulat ${min} sampai ${max}`,
      )
      .transform((value) => (value === "" ? null : Number(value))),
  );
}

export function optionalDecimal(name: string) {
  return z.preprocess(
    cleanShort,
    z
      .string()
      .refine((value) => value === "" || parseDecimal(value) !== null, `Tulis ${name} sebagai angka, misalnya 77,5`)
      .transform((value) => (value === "" ? null : parseDecimal(value))),
  );
}

export { parseDecimal };

export const formId = z.uuid({ error: "Muat ulang halaman ini, lalu coba lagi" }).toLowerCase();

export const rowVersion = z.coerce.number().int().min(0).max(2_147_483_647);

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function inRange(form: RegExp, value: string, min: number, max: number): boolean {
  return form.test(value) && Number(value) >= min && Number(value) <= max;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
