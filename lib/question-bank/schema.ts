import { z } from "zod";
import { choice, formId, optionalText, optionalWholeNumber, rowVersion, text } from "@/lib/fields";
import { plainWords } from "@/lib/plain-words";
import { letterOf, mostOptions, type QuestionContent, questionKinds, trueFalse } from "@/lib/question-bank/rules";

type Typed = {
  topic: string;
  kind: QuestionContent["kind"];
  text: string;
  options: readonly string[];
  key: string;
  points: number | null;
};

type Read = { ok: true; question: QuestionContent } | { ok: false; field: "options" | "key"; reason: string };

const no = (field: "options" | "key", reason: string): Read => ({ ok: false, field, reason });

/** A question from what was typed in a form or kept in a row: its options and the key in words. */
export function readQuestion({ kind, key, options, ...rest }: Typed): Read {
  const base = { ...rest, kind, points: rest.points ?? 1, options: [], correct: [], accepted: [] };
  if (kind === "SHORT_TEXT") return readShort(base, key);
  if (kind === "TRUE_FALSE") return readTrueFalse(base, key);
  const filled = options.filter((option) => option !== "");
  if (filled.length < 2) return no("options", "Isi sedikitnya dua pilihan, satu per baris");
  if (filled.length > mostOptions) return no("options", `Paling banyak ${mostOptions} pilihan`);
  if (new Set(filled.map(plainWords)).size < filled.length)
    return no("options", "Ada dua pilihan yang sama. Ubah atau hapus salah satunya.");
  const correct = lettersIn(key);
  if (!correct || correct.some((place) => place >= filled.length))
    return no("key", `Tulis kunci dengan huruf A sampai ${letterOf(filled.length - 1)}`);
  if (kind === "ORDER") return readOrder(base, filled, correct);
  if (correct.length === 0) return no("key", "Isi kunci jawaban dengan hurufnya");
  if (kind === "SINGLE" && correct.length !== 1) return no("key", "Pilihan ganda hanya punya satu kunci");
  return { ok: true, question: { ...base, options: filled, correct: correct.toSorted((one, other) => one - other) } };
}

function readShort(base: QuestionContent, key: string): Read {
  const accepted = [...new Map(key.split(/[;|\n]/).map((word) => [plainWords(word), word.trim()])).values()];
  const filled = accepted.filter((word) => word !== "");
  if (filled.length > 20) return no("key", "Paling banyak 20 jawaban yang diterima");
  return { ok: true, question: { ...base, accepted: filled } };
}

function readTrueFalse(base: QuestionContent, key: string): Read {
  const place = ["benar", "salah"].indexOf(plainWords(key).replace(/^b$/, "benar").replace(/^s$/, "salah"));
  if (place < 0) return no("key", "Tulis kuncinya: Benar atau Salah");
  return { ok: true, question: { ...base, options: trueFalse, correct: [place] } };
}

/** Kept in the right order; without a key the options are in it as typed. */
function readOrder(base: QuestionContent, options: string[], order: number[]): Read {
  if (order.length === 0) return { ok: true, question: { ...base, options } };
  if (order.length !== options.length) return no("key", "Kunci urutan menyebut setiap huruf tepat sekali");
  return { ok: true, question: { ...base, options: order.map((place) => options[place] ?? "") } };
}

function lettersIn(key: string): number[] | null {
  const compact = key.toUpperCase().replace(/[\s,;.>→-]/g, "");
  if (!/^[A-H]*$/.test(compact)) return null;
  const places = [...compact].map((letter) => letter.charCodeAt(0) - 65);
  return new Set(places).size === places.length ? places : null;
}

export const linesOf = (typed: string) => typed.split("\n").map((line) => line.trim());

export const questionSchema = z
  .object({
    id: formId,
    version: rowVersion.optional(),
    topic: text("topik", 100),
    kind: choice("jenis soal", questionKinds),
    text: text("soal", 1000),
    options: optionalText("pilihan", 3000),
    key: optionalText("kunci jawaban", 1000),
    points: optionalWholeNumber("nilai", 1, 100),
  })
  .transform(({ id, version, options, key, ...typed }, context) => {
    const read = readQuestion({ ...typed, options: linesOf(options ?? ""), key: key ?? "" });
    if (read.ok) return { id, version, question: read.question };
    context.addIssue({ code: "custom", path: [read.field], message: read.reason });
    return z.NEVER;
  });

export type QuestionInput = z.output<typeof questionSchema>;
