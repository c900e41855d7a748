import { type Actor, isPuskesmas, seesSignatures } from "@/lib/actor";
import { failuresOf, type Gap, listGaps } from "@/lib/evidence-pack/gaps";
import { countChanged, findDownload, type ListedPack, listPacks, partsWithin } from "@/lib/evidence-pack/reads";
import { canMakePack } from "@/lib/evidence-pack/rules";
import { readPuskesmasYear } from "@/lib/papers/parts/year";

export type PackOverview = {
  puskesmas: { id: string; name: string; timeZone: string };
  year: number;
  gaps: Gap[];
  making: ListedPack | null;
  /** Given up, and nothing was made since. */
  failed: ListedPack | null;
  ready: ReadyPack | null;
  canMake: boolean;
};

export type ReadyPack = {
  pack: ListedPack;
  bytes: number;
  changed: number;
  hindrance: "changed" | "not everything" | null;
};

/** What there is of a puskesmas' year; null where it is none of the actor's. */
export async function findPackOverview(actor: Actor, puskesmasId: string, year: number): Promise<PackOverview | null> {
  const place = seesSignatures(actor) ? await readPuskesmasYear(actor, `${puskesmasId}:${year}`) : null;
  if (!place) return null;
  const [packs, gaps] = await Promise.all([
    listPacks(actor, puskesmasId, year),
    listGaps(actor, puskesmasId, year, new Date()),
  ]);
  const [newest] = packs;
  const finished = packs.find(({ finishedAt }) => finishedAt) ?? null;
  return {
    ...{ puskesmas: { id: puskesmasId, name: place.name, timeZone: place.timeZone }, year },
    gaps: [...gaps, ...failuresOf(finished?.parts ?? [])],
    making: newest && !newest.finishedAt && !newest.failedAt ? newest : null,
    failed: newest?.failedAt ? newest : null,
    ready: finished && (await readyPack(actor, finished)),
    canMake: isPuskesmas(actor) && canMakePack(actor),
  };
}

async function readyPack(actor: Actor, pack: ListedPack): Promise<ReadyPack> {
  const [download, changed] = await Promise.all([
    findDownload(actor, pack.id),
    countChanged(pack.organisation.id, pack.year, pack.createdAt),
  ]);
  const bytes = partsWithin(pack).reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
  return {
    ...{ pack, bytes, changed },
    hindrance: download === null ? "not everything" : download === "changed" ? "changed" : null,
  };
}
