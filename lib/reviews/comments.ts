import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { keepComment } from "@/lib/plan/comments";
import type { CommentInput } from "@/lib/plan/schema";
import { keptContent } from "@/lib/reviews/content";
import { holdReport } from "@/lib/reviews/writes";
import { transact } from "@/lib/transact";

/**
 * A reviewer's comment on a row of the plan as it is in one revision of the report.
 * @throws NotAllowed for anyone who is not of the Dinkes that reviews it
 */
export async function commentOnReport(
  actor: Actor,
  reportId: string,
  itemId: string,
  input: CommentInput,
): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const report = await holdReport(tx, actor, reportId, "comment on");
      if (isRefusal(report)) return report;
      const { meeting, number } = report;
      const content = keptContent(report.content);
      if (!isId(itemId) || (content && !content.plan.some(({ id }) => id === itemId)))
        return refuse(`RTL itu tidak ada di revisi ${number}. Muat ulang halaman ini.`);
      return keepComment(tx, actor, meeting, { ...input, itemId, submissionId: reportId });
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}
