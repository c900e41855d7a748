import { contentDisposition } from "@/lib/http/download";
import { copyStaffData } from "@/lib/privacy/staff-data";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** Everything that is kept about one health worker, for him to take away. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const data = await copyStaffData(await requireActor(), (await params).id);
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", "salinan-data.json"),
      "Cache-Control": "no-store",
    },
  });
}
