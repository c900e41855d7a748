import { copyFile } from "@/app/privasi/copy-html";
import { copyStaffData } from "@/lib/privacy/staff-data";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** Everything that is kept about one health worker, for him to take away. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const data = await copyStaffData(actor, (await params).id);
  const { name: office, timeZone } = actor.organisation;
  const copy = { title: `Salinan data ${data.pegawai.name}`, office, timeZone, data };
  const { body, headers } = copyFile(copy, new URL(request.url).searchParams.get("bentuk") ?? "");
  return new Response(body, { headers });
}
