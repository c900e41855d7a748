import { refuse } from "@/lib/actor";
import { kindOf } from "@/lib/imports/kinds";
import type { Attempt, JobOutcome } from "@/lib/jobs/attempt";

type Payload = { slug: string; draftId: string; shown: string };

const tellMs = 500;

/** The work of a job that saves a large upload. It is one transaction: run again after any end, it happens once. */
export const applyImport = {
  async run({ actor, onProgress }: Attempt, { slug, draftId, shown }: Payload): Promise<JobOutcome> {
    const kind = kindOf(slug);
    if (!kind?.mayImport(actor)) return refuse("Pengunggahnya tidak boleh lagi mengimpor.");
    let told = 0;
    let latest: { done: number; total: number } | undefined;
    // Told by a timer: inside the transaction nothing else is written.
    const telling = setInterval(() => {
      if (!latest || latest.done === told) return;
      told = latest.done;
      onProgress(latest.done, latest.total).catch(() => {});
    }, tellMs);
    try {
      const outcome = await kind.apply(actor, draftId, shown, (done, total) => {
        latest = { done, total };
      });
      return outcome.ok ? { ok: true, says: "Sudah disimpan" } : outcome;
    } finally {
      clearInterval(telling);
    }
  },
  async giveUp(): Promise<void> {},
};
