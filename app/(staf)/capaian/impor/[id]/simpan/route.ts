import { answerConfirm } from "@/lib/web/import-routes";
import { valuesImport } from "../../values-import";

type Context = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerConfirm(valuesImport, request, (await params).id);
}
