import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type Overrides = Partial<Prisma.BankQuestionCreateManyInput> & { organisationId: string };

/** A question with four options, of which the second is right; not saved. */
export function questionRow(overrides: Overrides): Prisma.BankQuestionCreateManyInput & { id: string } {
  return {
    topic: "Gawat darurat",
    kind: "SINGLE",
    text: `Soal ${nextNumber()}`,
    options: ["Satu", "Dua", "Tiga", "Empat"],
    correct: [1],
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function makeQuestion(overrides: Overrides) {
  return db.bankQuestion.create({ data: questionRow(overrides) });
}
