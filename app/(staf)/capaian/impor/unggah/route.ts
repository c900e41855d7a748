import { answerUpload } from "@/lib/web/import-routes";
import { valuesImport } from "../values-import";

export function POST(request: Request): Promise<Response> {
  return answerUpload(valuesImport, request);
}
