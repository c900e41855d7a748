import { importLimits, tooBigToImport } from "@/lib/directory/import-file";
import { confirmImport, draftImport } from "@/lib/directory/import-writes";
import { canWriteDirectory } from "@/lib/directory/rules";
import type { ImportRoute } from "@/lib/web/import-routes";

export const directoryImport: ImportRoute = {
  path: "/mitra/impor",
  mayImport: canWriteDirectory,
  limit: { bytes: importLimits.bytes, sentence: tooBigToImport },
  draft: draftImport,
  confirm: confirmImport,
};
