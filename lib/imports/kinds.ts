import { assignmentImport } from "@/lib/assignments/import";
import { exchangeImport } from "@/lib/data-exchange/import";
import { directoryImport } from "@/lib/directory/import";
import { valuesImport } from "@/lib/figures/import";
import { officeImport } from "@/lib/figures/office-import";
import { progressImport } from "@/lib/follow-up/import";
import type { AnyImport } from "@/lib/imports/definition";
import { organisationImport } from "@/lib/office-import/import";
import { questionImport } from "@/lib/question-bank/import";
import { staffImport } from "@/lib/staff/import";

const kinds: readonly AnyImport[] = [
  directoryImport,
  valuesImport,
  officeImport,
  exchangeImport,
  progressImport,
  organisationImport,
  assignmentImport,
  questionImport,
  staffImport,
];

export function kindOf(slug: string): AnyImport | null {
  return kinds.find((kind) => kind.slug === slug) ?? null;
}
