import { NotAllowed } from "@/lib/actor";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { readChanges } from "@/lib/minutes/reads";
import { syncSchema } from "@/lib/minutes/schema";
import { syncNotes } from "@/lib/minutes/sync";
import { waitForNotes } from "@/lib/minutes/waiting";
import { json, missing, readJson, refuseStranger, signedOut } from "@/lib/web/device-requests";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** Shorter than any proxy's patience. */
const longestWait = 20_000;

/**
 * What changed after the revision `?sejak=`: at once where something did or the question is `&segera=1`, else as soon as
 * somebody writes, else nothing after 20 seconds. `waited` is false where too many wait already: ask again later.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signedOut();
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const asked = query.get("sejak") ?? "";
  const since = /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  const meeting = await findMeeting(actor, id);
  if (!meeting || !canWriteMeeting(actor, meeting)) return missing();
  const answer = (changes: object, waited: boolean) => json({ ...changes, as: actor.userId, waited });
  if (query.get("segera") === "1") {
    const now = await readChanges(actor, id, since);
    return now ? answer(now, true) : missing();
  }
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
  const refused = refuseStranger(request);
  if (refused) return refused;
  const actor = await currentActor();
  if (!actor) return signedOut();
  const sent = await readJson(request, 1_000_000);
  if (sent instanceof Response) return sent;
  const parsed = syncSchema.safeParse(sent.value);
  if (!parsed.success) return json({ reason: "Kiriman tidak terbaca" }, 400);
  // Somebody else signed in on this device meanwhile: these words are not his.
  if (parsed.data.as !== actor.userId) return json({ reason: "Kiriman milik akun lain" }, 409);
  try {
    const results = await syncNotes(actor, (await params).id, parsed.data.operations);
    return json({ results });
  } catch (error) {
    if (error instanceof NotAllowed) return missing();
    throw error;
  }
}
