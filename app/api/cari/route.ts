import { search } from "@/lib/search/reads";
import { json, signedOut } from "@/lib/web/device-requests";
import { currentActor } from "@/lib/web/session";

const mostLetters = 200;

/** What the search box that Ctrl+K opens shows while somebody types. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signedOut();
  const words = new URL(request.url).searchParams.get("q") ?? "";
  return json({ groups: await search(actor, words.slice(0, mostLetters).replaceAll("\0", ""), new Date()) });
}
