import { copyFile } from "@/app/privasi/copy-html";
import { copyPersonData } from "@/lib/privacy/person-data";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** Everything the office keeps about one person, for that person to take away. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const data = await copyPersonData(actor, (await params).id);
  if (!data) return new Response(null, { status: 404 });
  const { name: office, timeZone } = actor.organisation;
  const copy = { title: `Salinan data ${data.orang.name ?? ""}`.trim(), office, timeZone, data };
  const { body, headers } = copyFile(copy, new URL(request.url).searchParams.get("bentuk") ?? "");
  return new Response(body, { headers });
}
