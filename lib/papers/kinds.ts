import type { PaperKind } from "@/lib/papers/definition";

/** All papers; a new one is a file of its own and a line here. */
export const paperKinds: readonly PaperKind[] = [];

export function findPaperKind(slug: string): PaperKind | null {
  return paperKinds.find((kind) => kind.slug === slug) ?? null;
}
