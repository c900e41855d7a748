import { agreement } from "@/lib/papers/agreement";
import { attendanceList } from "@/lib/papers/attendance-list";
import { definePaper, type PaperKind } from "@/lib/papers/definition";
import { invitationLetter } from "@/lib/papers/invitation-letter";
import { minutes } from "@/lib/papers/minutes";
import { planEvaluation } from "@/lib/papers/plan-evaluation";
import { planMatrix } from "@/lib/papers/plan-matrix";

/** All papers, in the order of the work; a new one is a file of its own and a line here. */
export const paperKinds: readonly PaperKind[] = [
  definePaper(invitationLetter),
  definePaper(attendanceList),
  definePaper(minutes),
  definePaper(planMatrix),
  definePaper(planEvaluation),
  definePaper(agreement),
];

export function findPaperKind(slug: string): PaperKind | null {
  return paperKinds.find((kind) => kind.slug === slug) ?? null;
}
