import type { Db } from "@/lib/db";

const sameFact: Record<string, RegExp> = {
  kesepakatan: /(?:komitmen|kesepakatan) bersama/i,
  "usulan-musrenbang": /musrenbang/i,
  "hasil-kompetensi": /hasil pre-?test/i,
};

type Fact = { isMet: boolean; note: string | null; by: string };

/** Says of the evidence what was ticked of an output; under the meeting's lock. */
export async function tickSameEvidence(tx: Db, meetingId: string, text: string, fact: Fact): Promise<void> {
  const key = Object.keys(sameFact).find((known) => sameFact[known]?.test(text));
  if (!key) return;
  if (!fact.isMet) {
    await tx.meetingEvidence.deleteMany({ where: { meetingId, key } });
    return;
  }
  const values = { note: fact.note, tickedBy: fact.by, tickedAt: new Date() };
  await tx.meetingEvidence.upsert({
    where: { meetingId_key: { meetingId, key } },
    create: { meetingId, key, ...values },
    update: values,
  });
}

/** Says of the output what was ticked of an evidence; under the meeting's lock. */
export async function tickSameOutput(tx: Db, meetingId: string, key: string, fact: Fact): Promise<void> {
  const words = Object.hasOwn(sameFact, key) ? sameFact[key] : undefined;
  if (!words) return;
  const outputs = await tx.meetingExpectation.findMany({ where: { meetingId, side: "OUTPUT" }, take: 100 });
  for (const { side, position } of outputs.filter((output) => words.test(output.text)))
    await tx.meetingExpectation.update({
      where: { meetingId_side_position: { meetingId, side, position } },
      data: fact.isMet
        ? { isMet: true, note: fact.note, metBy: fact.by, metAt: new Date() }
        : { isMet: false, note: null, metBy: null, metAt: null },
    });
}
