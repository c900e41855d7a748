import { NotAllowed } from "@/lib/actor";
import { findRoll } from "@/lib/attendance/reads";
import { syncSchema } from "@/lib/attendance/schema";
import { syncOperations } from "@/lib/attendance/sync";
import { readBody } from "@/lib/documents/upload";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { isSameOrigin } from "@/lib/web/plain-http";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

const none = { "Cache-Control": "no-store" };
const signedOut = () => Response.json({ reason: "Masuk lagi" }, { status: 401, headers: none });
const missing = () => Response.json({ reason: "Tidak ditemukan" }, { status: 404, headers: none });

/** The roll as it is now, for a device at the door. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signedOut();
  const { id } = await params;
  const meeting = await findMeeting(actor, id);
  if (!meeting || !canWriteMeeting(actor, meeting)) return missing();
  return Response.json({ status: meeting.status, ...(await findRoll(actor, id)) }, { headers: none });
}

/** What a device queued: answered operation by operation. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { headers } = request;
  const origin = {
    site: headers.get("sec-fetch-site") ?? "",
    origin: headers.get("origin") ?? "",
    host: headers.get("host") ?? "",
  };
  if (!isSameOrigin(origin) || !headers.get("content-type")?.startsWith("application/json")) {
    return Response.json({ reason: "Permintaan ditolak" }, { status: 403, headers: none });
  }
  const actor = await currentActor();
  if (!actor) return signedOut();
  const body = await readBody(request.body, 2_000_000);
  if (!body) return Response.json({ reason: "Kiriman terlalu besar" }, { status: 413, headers: none });
  const parsed = syncSchema.safeParse(readJson(body));
  if (!parsed.success) return Response.json({ reason: "Kiriman tidak terbaca" }, { status: 400, headers: none });
  try {
    const readAt = new Date().toISOString();
    const results = await syncOperations(actor, (await params).id, parsed.data.operations);
    return Response.json({ results, readAt }, { headers: none });
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
