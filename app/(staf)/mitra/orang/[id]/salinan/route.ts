import { contentDisposition } from "@/lib/http/download";
import { copyPersonData } from "@/lib/privacy/person-data";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** Everything the office keeps about one person, for that person to take away. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const data = await copyPersonData(await requireActor(), (await params).id);
  if (!data) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", "salinan-data.json"),
      "Cache-Control": "no-store",
    },
  });
}
