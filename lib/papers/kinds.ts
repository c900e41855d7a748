import { attendanceList } from "@/lib/papers/attendance-list";
import { definePaper, type PaperKind } from "@/lib/papers/definition";

/** All papers, in the order of the work; a new one is a file of its own and a line here. */
export const paperKinds: readonly PaperKind[] = [definePaper(attendanceList)];

export function findPaperKind(slug: string): PaperKind | null {
  return paperKinds.find((kind) => kind.slug === slug) ?? null;
}
