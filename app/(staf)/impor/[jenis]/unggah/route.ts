import { kindOf } from "@/lib/imports/kinds";
import { answerUpload } from "@/lib/web/import-routes";

type Context = { params: Promise<{ jenis: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const kind = kindOf((await params).jenis);
  return kind ? answerUpload(kind, request) : new Response(null, { status: 404 });
}
