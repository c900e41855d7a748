import { type Actor, seesSignatures } from "@/lib/actor";
import { failuresOf, type Gap, listGaps } from "@/lib/evidence-pack/gaps";
import { type ListedPart, listPacks } from "@/lib/evidence-pack/reads";
import { type PuskesmasYear, readPuskesmasYear } from "@/lib/papers/parts/year";

export type ContentsPart = Pick<ListedPart, "ep" | "path" | "title" | "state" | "reason"> & { meeting: string };

export type Contents = {
  place: PuskesmasYear;
  asOf: Date | null;
  parts: ContentsPart[];
  gaps: Gap[];
};

/** What is in the newest pack of "<organisationId>:<year>", and what an assessor would miss; null for a province. */
export async function readContents(actor: Actor, subject: string): Promise<Contents | null> {
  const place = seesSignatures(actor) ? await readPuskesmasYear(actor, subject) : null;
  if (!place) return null;
  const { puskesmasId, year } = place;
  const [[pack], gaps] = await Promise.all([
    listPacks(actor, puskesmasId, year),
    listGaps(actor, puskesmasId, year, new Date()),
  ]);
  const parts = (pack?.parts ?? []).filter(({ ep }) => ep !== "");
  return {
    place,
    asOf: pack?.createdAt ?? null,
    parts: parts.map(({ ep, path, title, state, reason, meeting }) => ({
      ...{ ep, path, title, state, reason },
      meeting: meeting?.title ?? "",
    })),
    gaps: [...gaps, ...failuresOf(parts)],
  };
}
