import { NotAllowed } from "@/lib/actor";
import { findCodePicture } from "@/lib/http/check-in-picture";
import { currentActor } from "@/lib/web/session";

/** The code to show now, for a projector that stays open. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const actor = await currentActor();
  if (!actor) return Response.json({ reason: "Masuk lagi" }, { status: 401, headers });
  try {
    return Response.json(await findCodePicture(actor, (await params).id), { headers });
  } catch (error) {
    if (error instanceof NotAllowed) return Response.json({ reason: "Tidak ditemukan" }, { status: 404, headers });
    throw error;
  }
}
