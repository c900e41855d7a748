import { answerUpload } from "@/lib/web/import-routes";
import { directoryImport } from "../directory-import";

export function POST(request: Request): Promise<Response> {
  return answerUpload(directoryImport, request);
}
