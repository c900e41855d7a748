import { createHash } from "node:crypto";
import type { Paper } from "@/lib/papers/model";

/** Counts changes of the template and of what feeds it: a paper that now looks otherwise is another file. */
const rendererVersion = 3;

/** What a PDF is made of: the same twice gives the same file. A picture never changes under its id. */
export function contentHash(
  { kind, subjectId, paper }: { kind: string; subjectId: string; paper: Paper },
  pictureIds: Iterable<string>,
): string {
  const content = [rendererVersion, process.env.APP_URL ?? "", kind, subjectId, paper, [...pictureIds].sort()];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
