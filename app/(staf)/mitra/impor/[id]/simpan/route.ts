import { answerConfirm } from "@/lib/web/import-routes";
import { directoryImport } from "../../directory-import";

type Context = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerConfirm(directoryImport, request, (await params).id);
}
