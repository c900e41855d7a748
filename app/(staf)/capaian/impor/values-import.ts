import { tooBigValues, valueLimits } from "@/lib/indicators/import-file";
import { confirmValues, draftValues } from "@/lib/indicators/import-writes";
import { canWriteFigures } from "@/lib/indicators/rules";
import type { ImportRoute } from "@/lib/web/import-routes";

export const valuesImport: ImportRoute = {
  path: "/capaian/impor",
  mayImport: canWriteFigures,
  limit: { bytes: valueLimits.bytes, sentence: tooBigValues },
  draft: draftValues,
  confirm: confirmValues,
};
