import { copyFile } from "@/app/privasi/copy-html";
import { copyAccountData } from "@/lib/privacy/account-data";
import { requireActor } from "@/lib/web/session";

/** What is kept about the user's own account, for himself. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const { name, timeZone } = actor.organisation;
  const data = await copyAccountData(actor);
  const copy = { title: `Salinan data akun ${actor.name}`, office: name, timeZone, data };
  const { body, headers } = copyFile(copy, new URL(request.url).searchParams.get("bentuk") ?? "");
  return new Response(body, { headers });
}
