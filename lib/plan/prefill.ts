// What a new row begins with when it is made from something else. The page reads it, never the client.
import type { Actor } from "@/lib/actor";
import { parseDecimal } from "@/lib/fields";
import { findMeeting } from "@/lib/meetings/reads";
import { type FoundNote, findNote } from "@/lib/minutes/reads";
import { findProblem, type ListedProblem } from "@/lib/problems/reads";
import { causeGroupNames } from "@/lib/problems/rules";
import { shortened } from "@/lib/shortened";
import { findTemplateOf } from "@/lib/templates/reads";
import type { TemplateItem } from "@/lib/templates/schema";

export type ItemPrefill = {
  noteId: string | null;
  problemId: string | null;
  problem: string | null;
  cause: string | null;
  activity: string | null;
  villages: string[];
  indicator: string | null;
  baseline: number | null;
  target: number | null;
  unit: string | null;
} & Partial<
  Pick<TemplateItem, "responsibleInstitution" | "responsibleTitle" | "support" | "fundingSource" | "priority">
>;

const nothing: ItemPrefill = {
  noteId: null,
  problemId: null,
  problem: null,
  cause: null,
  activity: null,
  villages: [],
  indicator: null,
  baseline: null,
  target: null,
  unit: null,
};

export type PrefillSource = {
  masalah?: string;
  catatan?: string;
  usulan?: string;
};

export async function findPrefill(actor: Actor, meetingId: string, source: PrefillSource): Promise<ItemPrefill> {
  if (source.masalah) {
    const problem = await findProblem(actor, meetingId, source.masalah);
    return problem ? { ...nothing, ...fromProblem(problem) } : nothing;
  }
  if (source.catatan) {
    const note = await findNote(actor, meetingId, source.catatan);
    return note && !note.isDeleted ? { ...nothing, ...fromNote(note) } : nothing;
  }
  if (/^[1-9]\d{0,2}$/.test(source.usulan ?? "")) {
    const meeting = await findMeeting(actor, meetingId);
    const template = meeting && (await findTemplateOf(actor, meeting));
    return { ...nothing, ...template?.content.items[Number(source.usulan) - 1] };
  }
  return nothing;
}

function fromNote({ id, section, text, answer, villageCode }: FoundNote): Partial<ItemPrefill> {
  const isProblem = section === "PROBLEMS" || section === "OBSTACLES" || section === "QUESTIONS";
  const activity = isProblem ? (answer ?? "") : text;
  return {
    noteId: id,
    problem: isProblem ? fitting(text) : null,
    activity: fitting(activity),
    villages: villageCode ? [villageCode] : [],
  };
}

function fromProblem(problem: ListedProblem): Partial<ItemPrefill> {
  const { baseline, target, unit } = figuresIn(problem.evidence ?? "", problem.indicator?.unit ?? null);
  return {
    problemId: problem.id,
    problem: problem.statement,
    cause: causeWords(problem.causes),
    villages: problem.villages.map((village) => village.code),
    indicator: problem.indicator?.name ?? null,
    baseline,
    target,
    unit,
  };
}

const mostLetters = 500;

function causeWords(causes: ListedProblem["causes"]): string | null {
  const words = causes.map((cause) => `${causeGroupNames[cause.group]}: ${cause.text}`).join("; ");
  return fitting(words);
}

function fitting(words: string): string | null {
  return shortened(words, mostLetters) || null;
}

/** @param unit the indicator's: its figures are looked for where there is no percent */
export function figuresIn(evidence: string, unit: string | null): Pick<ItemPrefill, "baseline" | "target" | "unit"> {
  for (const [sign, name] of [["(?:%|persen)", "%"] as const, ...(unit ? [[literally(unit), unit] as const] : [])]) {
    const figures = [...evidence.matchAll(new RegExp(`(target\\s+)?(?<![\\d.,])(\\d[\\d.,]{0,14})\\s?${sign}`, "gi"))];
    const value = (isTarget: boolean) => {
      const found = figures.find(([, word]) => (word !== undefined) === isTarget)?.[2];
      return found ? parseDecimal(found) : null;
    };
    const baseline = value(false);
    if (baseline !== null) return { baseline, target: value(true), unit: name };
  }
  return { baseline: null, target: null, unit: null };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
