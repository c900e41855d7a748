import { spreadsheet } from "@/lib/http/download";
import { kindOf } from "@/lib/imports/kinds";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ jenis: string }> };

/** The file to fill in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const kind = kindOf((await params).jenis);
  if (!kind?.template || !kind.mayImport(actor)) return new Response(null, { status: 404 });
  const form = new URL(request.url).searchParams.get("bentuk") === "csv" ? "csv" : "xlsx";
  const { name, bytes } = await kind.template(actor, form);
  return spreadsheet(bytes, name, form);
}
