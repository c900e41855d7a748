import { NotAllowed } from "@/lib/actor";
import { clockDifference } from "@/lib/attendance/arrival";
import { findRoll } from "@/lib/attendance/reads";
import { syncSchema } from "@/lib/attendance/schema";
import { syncOperations } from "@/lib/attendance/sync";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { json, missing, readJson, refuseStranger, signedOut } from "@/lib/web/device-requests";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** The roll as it is now, for a device at the entrance. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signedOut();
  const { id } = await params;
  const meeting = await findMeeting(actor, id);
  if (!meeting || !canWriteMeeting(actor, meeting)) return missing();
  return json({ status: meeting.status, ...(await findRoll(actor, id)) });
}

/** What a device queued: answered operation by operation. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseStranger(request);
  if (refused) return refused;
  const actor = await currentActor();
  if (!actor) return signedOut();
  const sent = await readJson(request, 2_000_000);
  if (sent instanceof Response) return sent;
  const parsed = syncSchema.safeParse(sent.value);
  if (!parsed.success) return json({ reason: "Kiriman tidak terbaca" }, 400);
  try {
    const now = new Date();
    const { operations, sentAt = null } = parsed.data;
    const results = await syncOperations(actor, (await params).id, operations, sentAt);
    return json({ results, readAt: now.toISOString(), clockDifference: clockDifference(sentAt, now) });
  } catch (error) {
    if (error instanceof NotAllowed) return missing();
    throw error;
  }
}
