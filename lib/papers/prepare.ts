import type { Actor } from "@/lib/actor";
import { areaWordsOfOffice } from "@/lib/area-words/reads";
import type { OpenPaper, PaperKind, PaperSettings } from "@/lib/papers/definition";
import { findPaperKind } from "@/lib/papers/kinds";
import { inWordsOf } from "@/lib/papers/local-words";
import type { Paper } from "@/lib/papers/model";
import { settingsFor } from "@/lib/papers/settings";
import { unfilledIn } from "@/lib/papers/unfilled";

export type PreparedPaper = {
  definition: PaperKind;
  subjectId: string;
  /** What was asked for and is listened to, in one order. */
  options: Record<string, string>;
  opened: OpenPaper;
  settings: PaperSettings;
  paper: Paper;
  /** Sentences; where there is one, the paper is shown and does not leave the office. */
  blocked: string[];
};

/** A paper composed with its office's settings, or null where there is none that the actor may see. */
export async function preparePaper(
  actor: Actor,
  slug: string,
  subjectId: string,
  asked: Record<string, string>,
): Promise<PreparedPaper | null> {
  const definition = findPaperKind(slug);
  const options = definition ? heardOptions(definition, asked) : {};
  const opened = await definition?.open(actor, subjectId, options);
  if (!definition || !opened) return null;
  const { ukuran, kop } = options;
  const settings = await settingsFor(actor, opened.organisationId, definition, {
    subjectId,
    ...(ukuran ? { size: ukuran } : {}),
    ...(kop ? { letterheadId: kop } : {}),
  });
  const isOwn = opened.organisationId === actor.organisation.id;
  const words = isOwn ? actor.organisation.areaWords : await areaWordsOfOffice(opened.organisationId);
  const paper = inWordsOf(words, opened.compose(settings));
  const missing = opened.missing();
  const blocked = missing.length > 0 ? missing : unfilledIn(paper);
  return { definition, subjectId, options, opened, settings, paper, blocked };
}

/** Whatever else an address says: the paper is the same, and is kept as the same. */
function heardOptions({ options = [], variants = [] }: PaperKind, asked: Record<string, string>) {
  const heard = new Set([...options, ...variants.flatMap((variant) => Object.keys(variant.options)), "ukuran", "kop"]);
  const named = Object.entries(asked).filter(([name]) => heard.has(name));
  return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}
