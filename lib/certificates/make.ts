import { db } from "@/lib/db";
import { type Attempt, Interrupted, type JobOutcome, TryLater } from "@/lib/jobs/attempt";
import { issuePaper } from "@/lib/papers/issue";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";

/** Makes the PDF of each certificate of a training that is in force and has none, for the participants' links. */
async function run(attempt: Attempt, { meetingId }: { meetingId: string }): Promise<JobOutcome> {
  const { actor, signal, onProgress } = attempt;
  const ids = await listWithoutFile(meetingId);
  const blocked: string[] = [];
  for (const [index, id] of ids.entries()) {
    if (signal.aborted) throw new Interrupted();
    const issued = await issuePaper(actor, "sertifikat", id, {}).catch((error: unknown) => {
      if (error instanceof RendererUnavailable) throw new TryLater("Pembuat PDF sedang sibuk.");
      throw error;
    });
    if (!issued.ok) blocked.push(...("blocked" in issued ? issued.blocked : [issued.reason]));
    await onProgress(index + 1, ids.length);
  }
  if (blocked.length > 0) return { ok: false, reason: [...new Set(blocked)].slice(0, 5).join(" ") };
  return { ok: true, says: `${ids.length} PDF sertifikat dibuat` };
}

async function listWithoutFile(meetingId: string): Promise<string[]> {
  const certificates = await db.certificate.findMany({
    where: { meetingId, withdrawnAt: null },
    orderBy: { numberKey: "asc" },
    select: { id: true },
  });
  const made = await db.issuedPaper.findMany({
    where: { kind: "certificate", subjectId: { in: certificates.map(({ id }) => id) }, file: { isNot: null } },
    select: { subjectId: true },
  });
  const subjects = new Set(made.map(({ subjectId }) => subjectId));
  return certificates.flatMap(({ id }) => (subjects.has(id) ? [] : [id]));
}

export const makeCertificates = { run, giveUp: async () => {} };
