import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/actor";
import { type FoundProgramme, findProgramme } from "@/lib/programmes/reads";
import { requireActor } from "@/lib/web/session";

export const requireProgramme = cache(async (id: string): Promise<{ actor: Actor; programme: FoundProgramme }> => {
  const actor = await requireActor();
  const programme = await findProgramme(actor, id);
  return programme ? { actor, programme } : notFound();
});
