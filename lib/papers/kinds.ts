import { agreement } from "@/lib/papers/agreement";
import { attendanceList } from "@/lib/papers/attendance-list";
import { definePaper, type PaperKind } from "@/lib/papers/definition";
import { invitationLetter } from "@/lib/papers/invitation-letter";
import { minutes } from "@/lib/papers/minutes";
import { musrenbangProposal } from "@/lib/papers/musrenbang";
import { planEvaluation } from "@/lib/papers/plan-evaluation";
import { planMatrix } from "@/lib/papers/plan-matrix";
import { prioritySheet } from "@/lib/papers/priority-sheet";
import { pwsSheet } from "@/lib/papers/pws-sheet";
import { pwsTable } from "@/lib/papers/pws-table";
import { travelList } from "@/lib/papers/travel-list";

/** All papers, in the order of the work; a new one is a file of its own and a line here. */
export const paperKinds: readonly PaperKind[] = [
  definePaper(invitationLetter),
  definePaper(travelList),
  definePaper(attendanceList),
  definePaper(prioritySheet),
  definePaper(minutes),
  definePaper(planMatrix),
  definePaper(planEvaluation),
  definePaper(agreement),
  definePaper(musrenbangProposal),
  definePaper(pwsSheet),
  definePaper(pwsTable),
];

export function findPaperKind(slug: string): PaperKind | null {
  return paperKinds.find((kind) => kind.slug === slug) ?? null;
}

export function findPaperOfKind(kind: string): PaperKind | null {
  return paperKinds.find((one) => one.kind === kind) ?? null;
}
