import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { z } from "zod";
import type { Fields } from "@/lib/papers/definition";
import type { DocxParts } from "@/lib/word-forms/docx-parts";
import { docxType, eOfficeNames } from "@/lib/word-forms/rules";

export type Filled = {
  bytes: Buffer;
  /** Placeholders for which there is no value at all, and those whose value is empty. */
  unknown: string[];
  empty: string[];
};

export type FillFault = { faults: string[] };

/** An office's form with the values of a paper; text of people goes in as text, never as markup. */
export function fillForm(parts: DocxParts, fields: Fields, isForEOffice: boolean): Filled | FillFault {
  const unknown = new Set<string>();
  const empty = new Set<string>();
  const eOffice = isForEOffice ? Object.fromEntries(eOfficeNames.map((name) => [name, `{${name}}`])) : {};
  const note = (tag: string, value: unknown) => {
    if (value === "") empty.add(tag);
    return value;
  };
  try {
    const form = new Docxtemplater(zipOf(parts), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      stripInvalidXMLChars: true,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({
        get: (scope: unknown) => (isRecord(scope) && Object.hasOwn(scope, tag) ? note(tag, scope[tag]) : undefined),
      }),
      nullGetter: (part) => {
        unknown.add(part.value);
        return part.module === "loop" ? [] : "";
      },
    });
    form.render({ ...fields.values, ...fields.lists, ...eOffice });
    const bytes = form.getZip().generate({ type: "nodebuffer", compression: "DEFLATE", mimeType: docxType });
    return { bytes, unknown: [...unknown], empty: [...empty] };
  } catch (error) {
    const faults = faultsOf(error);
    if (faults.length === 0) throw error;
    return { faults };
  }
}

/** The parts as a document again. */
export function zipOf(parts: DocxParts): PizZip {
  const zip = new PizZip();
  for (const [name, bytes] of parts) zip.file(name, bytes);
  return zip;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const told = z.object({
  properties: z.object({
    id: z.string().optional(),
    xtag: z.string().optional(),
    errors: z.array(z.object({ properties: z.object({ id: z.string(), xtag: z.string().optional() }) })).optional(),
  }),
});

/** What the library says of a form that it cannot read, in words. */
function faultsOf(error: unknown): string[] {
  const { data } = told.safeParse(error);
  const one = data?.properties;
  if (!one) return [];
  const all = one.errors ?? (one.id ? [{ properties: { id: one.id, xtag: one.xtag } }] : []);
  return [...new Set(all.map(({ properties: { id, xtag } }) => faultWords(id, xtag ?? "")))];
}

function faultWords(id: string, tag: string): string {
  if (/loop|unbalanced/.test(id))
    return `Perulangan {#${tag.replace(/^[#/^]/, "")}} harus dibuka dan ditutup di baris tabel yang sama, atau masing-masing di paragraf sendiri.`;
  return `Isian {${tag}} tidak dapat dibaca. Ketik ulang di Word dari { sampai } sekaligus, tanpa mengubah hurufnya di tengah.`;
}
