import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { isReadSame, plainWords } from "@/lib/plain-words";
import { type ColumnKey, columns, optionLetters } from "@/lib/question-bank/import-columns";
import { keyWords, type QuestionContent, questionKindNames, questionKinds } from "@/lib/question-bank/rules";
import { readQuestion } from "@/lib/question-bank/schema";

const keys = columns.map(({ key }) => key) as [ColumnKey, ...ColumnKey[]];

export const draftSchema = z.object({
  rows: z.array(
    z.object({ row: z.number(), cells: z.partialRecord(z.enum(keys), z.string()), errors: z.array(z.string()) }),
  ),
  notes: z.array(z.string()),
  unusedColumns: z.array(z.string()),
});

export type Draft = z.output<typeof draftSchema>;

export type PlannedQuestion = { row: number; known: { id: string; before: string } | null; question: QuestionContent };

export type QuestionPlan = {
  fingerprint: string;
  ready: PlannedQuestion[];
  refused: { row: number; label: string; reasons: string[] }[];
  unchanged: number;
};

const most = 5000;

/** A question is known again by its words: the same words with another key change it. */
export async function planQuestions(tx: Db, actor: Actor, draft: Draft): Promise<QuestionPlan> {
  const bank = await tx.bankQuestion.findMany({
    where: { organisationId: actor.organisation.id, archivedAt: null },
    orderBy: { id: "asc" },
    take: most,
  });
  const known = new Map(bank.map((question) => [plainWords(question.text), question]));
  const seen = new Map<string, number>();
  const plan: Omit<QuestionPlan, "fingerprint"> = { ready: [], refused: [], unchanged: 0 };
  for (const { row, cells, errors } of draft.rows) {
    const read = readRow(cells);
    const words = plainWords(cells.text ?? "");
    const first = seen.get(words);
    const reasons = [
      ...errors,
      ...(read.ok ? [] : read.reasons),
      ...(first === undefined ? [] : [`Soal ini sama dengan baris ${first}: sisakan satu`]),
    ];
    seen.set(words, first ?? row);
    if (!read.ok || reasons.length > 0) plan.refused.push({ row, label: (cells.text ?? "").slice(0, 120), reasons });
    else {
      const before = known.get(words);
      if (before && isSame(before, read.question)) plan.unchanged += 1;
      else
        plan.ready.push({
          row,
          question: read.question,
          known: before ? { id: before.id, before: keyWords(before) } : null,
        });
    }
  }
  return { ...plan, fingerprint: createHash("sha256").update(JSON.stringify(plan)).digest("base64url") };
}

function isSame(one: QuestionContent, other: QuestionContent): boolean {
  return (
    one.kind === other.kind &&
    one.topic === other.topic &&
    one.points === other.points &&
    isReadSame(one.text, other.text) &&
    JSON.stringify([one.options, one.correct, one.accepted]) ===
      JSON.stringify([other.options, other.correct, other.accepted])
  );
}

type Cells = Partial<Record<ColumnKey, string>>;

function readRow(cells: Cells): { ok: true; question: QuestionContent } | { ok: false; reasons: string[] } {
  const reasons: string[] = [];
  const kind = kindOf(cells.kind ?? "");
  const text = (cells.text ?? "").trim();
  const points = cells.points ? Number(cells.points) : 1;
  const topic = (cells.topic ?? "").trim() || "Umum";
  const options = optionLetters.map((letter) => (cells[`option${letter}`] ?? "").trim());
  if (!kind) reasons.push(`Jenis belum dikenal: tulis ${Object.values(questionKindNames).join(", ")}`);
  if (text === "") reasons.push("Isi soalnya");
  if (text.length > 1000) reasons.push("Soal paling banyak 1.000 huruf");
  if (topic.length > 100) reasons.push("Topik paling banyak 100 huruf");
  if (options.some((option) => option.length > 300)) reasons.push("Pilihan paling banyak 300 huruf");
  if (!Number.isInteger(points) || points < 1 || points > 100) reasons.push("Bobot harus angka bulat 1 sampai 100");
  const gap = options.findIndex((option, at) => option === "" && options.slice(at).some((later) => later !== ""));
  if (gap >= 0) reasons.push(`Pilihan ${optionLetters[gap]} kosong, padahal sesudahnya masih ada pilihan`);
  if (!kind || reasons.length > 0) return { ok: false, reasons };
  const read = readQuestion({ kind, text, topic, points, options, key: cells.key ?? "" });
  return read.ok ? read : { ok: false, reasons: [read.reason] };
}

function kindOf(typed: string) {
  const words = plainWords(typed).replace(/[/-]/g, " ");
  if (words === "" || /^(pg|ganda)$/.test(words)) return "SINGLE";
  if (/^(bs|b s|benar salah)$/.test(words)) return "TRUE_FALSE";
  if (/^(isian|jawaban singkat)$/.test(words)) return "SHORT_TEXT";
  return questionKinds.find((kind) => plainWords(questionKindNames[kind]) === words) ?? null;
}
