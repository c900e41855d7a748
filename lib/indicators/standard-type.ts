import type { IndicatorForm, TargetSpread } from "@/prisma/generated/enums";

/** What an office may take over as its own, word for word or to edit. */
export type StandardIndicator = {
  key: string;
  name: string;
  topic: string;
  definition: string;
  source: string;
  numerator: string;
  denominator: string | null;
  unit: string;
  form: IndicatorForm;
  isCumulative: boolean;
  lowerIsBetter: boolean;
  spread: TargetSpread;
};
