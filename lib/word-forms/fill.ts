import { join } from "node:path";
import { deserialize } from "node:v8";
import PizZip from "pizzip";
import { z } from "zod";
import type { Fields } from "@/lib/papers/definition";
import { apart } from "@/lib/papers/render/apart";
import { projectFolder } from "@/lib/papers/render/font";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";
import type { DocxParts } from "@/lib/word-forms/docx-parts";
import { docxType, eOfficeNames } from "@/lib/word-forms/rules";

export type Filled = {
  bytes: Buffer;
  /** Placeholders for which there is no value at all, and those whose value is empty. */
  unknown: string[];
  empty: string[];
};

export type FillFault = { faults: string[] };

const tooBig = "Formulir Word ini menjadi terlalu besar setelah diisi. Kurangi isi atau gambar di dalamnya.";

type Order = { parts: DocxParts; data: object; mimeType: string };

/** docxtemplater: how large a form becomes is known when it is filled. */
export const formFiller = apart<Order>({
  name: "formulir",
  program: () => join(/* turbopackIgnore: true */ projectFolder, "lib/word-forms/fill-process.mjs"),
  execArgv: ["--max-old-space-size=256"],
});

const said = z.object({
  bytes: z.instanceof(Uint8Array).optional(),
  unknown: z.array(z.string()).default([]),
  empty: z.array(z.string()).default([]),
  faults: z.array(z.object({ id: z.string(), tag: z.string() })).optional(),
  isTooBig: z.boolean().default(false),
  problem: z.string().optional(),
});

/**
 * An office's form with the values of a paper; text of people goes in as text, never as markup.
 * @throws RendererUnavailable where too many wait
 */
export async function fillForm(parts: DocxParts, fields: Fields, isForEOffice: boolean): Promise<Filled | FillFault> {
  const eOffice = isForEOffice ? Object.fromEntries(eOfficeNames.map((name) => [name, `{${name}}`])) : {};
  const data = { ...fields.values, ...fields.lists, ...eOffice };
  const answer = await formFiller.render({ parts, data, mimeType: docxType }).catch((error: unknown) => {
    if (error instanceof RendererUnavailable && !error.message.includes("waiting")) return null;
    throw error;
  });
  if (!answer) return { faults: [tooBig] };
  const { bytes, unknown, empty, faults, isTooBig, problem } = said.parse(deserialize(answer));
  if (bytes) return { bytes: Buffer.from(bytes), unknown, empty };
  if (faults) return { faults: [...new Set(faults.map(({ id, tag }) => faultWords(id, tag)))] };
  if (isTooBig) return { faults: [tooBig] };
  throw new Error(`The form was not filled: ${problem}`);
}

export function zipOf(parts: DocxParts): PizZip {
  const zip = new PizZip();
  for (const [name, bytes] of parts) zip.file(name, bytes);
  return zip;
}

function faultWords(id: string, tag: string): string {
  if (/loop|unbalanced/.test(id))
    return `Perulangan {#${tag.replace(/^[#/^]/, "")}} harus dibuka dan ditutup di baris tabel yang sama, atau masing-masing di paragraf sendiri.`;
  return `Isian {${tag}} tidak dapat dibaca. Ketik ulang di Word dari { sampai } sekaligus, tanpa mengubah hurufnya di tengah.`;
}
