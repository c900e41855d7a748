import { NotAllowed } from "@/lib/actor";
import { readBody } from "@/lib/documents/upload";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { readChanges } from "@/lib/minutes/reads";
import { syncSchema } from "@/lib/minutes/schema";
import { syncNotes } from "@/lib/minutes/sync";
import { waitForNotes } from "@/lib/minutes/waiting";
import { isSameOrigin } from "@/lib/web/plain-http";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** Shorter than any proxy's patience. */
const longestWait = 20_000;

const none = { "Cache-Control": "no-store" };
const signedOut = () => Response.json({ reason: "Masuk lagi" }, { status: 401, headers: none });
const missing = () => Response.json({ reason: "Tidak ditemukan" }, { status: 404, headers: none });

/**
 * What changed after the revision `?sejak=`: at once where something did, else as soon as somebody writes, else
 * nothing after 20 seconds. `waited` is false where too many wait already: ask again later.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signedOut();
  const { id } = await params;
  const asked = new URL(request.url).searchParams.get("sejak") ?? "";
  const since = /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  const meeting = await findMeeting(actor, id);
  if (!meeting || !canWriteMeeting(actor, meeting)) return missing();
  const answer = (changes: object, waited: boolean) =>
    Response.json({ ...changes, as: actor.userId, waited }, { headers: none });
  // Before the first look, so that nothing falls between the two.
  const waiting = waitForNotes({ meetingId: id, userId: actor.userId, since }, longestWait);
  try {
    const first = await readChanges(actor, id, since);
    if (!first) return missing();
    if (first.notes.length > 0 || !waiting) return answer(first, waiting !== null);
    request.signal.addEventListener("abort", waiting.end);
    await waiting.over;
    const later = await readChanges(actor, id, since);
    return later ? answer(later, true) : missing();
  } finally {
    waiting?.end();
  }
}

/** What a device has not sent yet: answered line by line. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { headers } = request;
  const origin = {
    site: headers.get("sec-fetch-site") ?? "",
    origin: headers.get("origin") ?? "",
    host: headers.get("host") ?? "",
  };
  if (!isSameOrigin(origin) || !headers.get("content-type")?.startsWith("application/json"))
    return Response.json({ reason: "Permintaan ditolak" }, { status: 403, headers: none });
  const actor = await currentActor();
  if (!actor) return signedOut();
  const body = await readBody(request.body, 1_000_000);
  if (!body) return Response.json({ reason: "Kiriman terlalu besar" }, { status: 413, headers: none });
  const parsed = syncSchema.safeParse(readJson(body));
  if (!parsed.success) return Response.json({ reason: "Kiriman tidak terbaca" }, { status: 400, headers: none });
  // Somebody else signed in on this device meanwhile: these words are not his.
  if (parsed.data.as !== actor.userId)
    return Response.json({ reason: "Kiriman milik akun lain" }, { status: 409, headers: none });
  try {
    const results = await syncNotes(actor, (await params).id, parsed.data.operations);
    return Response.json({ results }, { headers: none });
  } catch (error) {
    if (error instanceof NotAllowed) return missing();
    throw error;
  }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
