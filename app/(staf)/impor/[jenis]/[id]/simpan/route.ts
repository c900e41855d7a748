import { kindOf } from "@/lib/imports/kinds";
import { answerConfirm } from "@/lib/web/import-routes";

type Context = { params: Promise<{ jenis: string; id: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { jenis, id } = await params;
  const kind = kindOf(jenis);
  return kind ? answerConfirm(kind, request, id) : new Response(null, { status: 404 });
}
