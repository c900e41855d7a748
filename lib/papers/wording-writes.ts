import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import { canSetUpPapers } from "@/lib/letters/rules";
import type { PaperKind } from "@/lib/papers/definition";
import { transact } from "@/lib/transact";

type Worded = Pick<PaperKind, "kind" | "name" | "wording">;

/** Saves an office's own words of a paper's parts; a part in the default words keeps no row. */
export async function saveWording(actor: Actor, paper: Worded, texts: Record<string, string>): Promise<Outcome> {
  const { organisationId, ofPaper } = placeOf(actor, paper);
  return transact<Outcome>(async (tx) => {
    const own = await tx.paperWording.findMany({ where: ofPaper });
    const changed = Object.entries(paper.wording).filter(([part, { text }]) => {
      const before = own.find((row) => row.part === part)?.text ?? text;
      return texts[part] !== undefined && texts[part] !== before;
    });
    for (const [part, standard] of changed) {
      const text = texts[part] ?? standard.text;
      const key = { ...ofPaper, part };
      if (text === standard.text) await tx.paperWording.deleteMany({ where: key });
      else
        await tx.paperWording.upsert({
          where: { organisationId_paperKind_part: key },
          create: { ...key, text },
          update: { text },
        });
    }
    if (changed.length > 0)
      await recordEvent(tx, by(actor), {
        action: "paper-wording.changed",
        subjectId: organisationId,
        organisationId,
        data: { paper: paper.name, parts: changed.map(([, { label }]) => label) },
      });
    return { ok: true };
  });
}

export async function dropWording(actor: Actor, paper: Worded): Promise<Outcome> {
  const { organisationId, ofPaper } = placeOf(actor, paper);
  return transact<Outcome>(async (tx) => {
    const { count } = await tx.paperWording.deleteMany({ where: ofPaper });
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: "paper-wording.reset",
        subjectId: organisationId,
        organisationId,
        data: { paper: paper.name },
      });
    return { ok: true };
  });
}

function placeOf(actor: Actor, { kind }: Worded) {
  if (!canSetUpPapers(actor)) throw new NotAllowed(actor, `word the paper ${kind}`);
  const organisationId = actor.organisation.id;
  return { organisationId, ofPaper: { organisationId, paperKind: kind } };
}
