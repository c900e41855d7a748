import { isDinkes } from "@/lib/actor";
import { thumbnailOf } from "@/lib/documents/photos";
import { findDocument } from "@/lib/documents/reads";
import { readBytes } from "@/lib/documents/store";
import { noteFileReading } from "@/lib/privacy/readings";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** A photo in the size of a list, for those who may see it: a page of thirty stays light on a slow line. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const document = await findDocument(actor, (await params).id);
  const csp = { "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'" };
  if (!document?.mimeType.startsWith("image/")) return new Response(null, { status: 404, headers: csp });
  if (isDinkes(actor)) await noteFileReading(actor, document.id);
  const bytes = await readBytes(document);
  if (!bytes) return new Response(null, { status: 404, headers: csp });
  return new Response(new Uint8Array(await thumbnailOf(bytes)), {
    headers: {
      ...csp,
      "Content-Type": "image/jpeg",
      "X-Content-Type-Options": "nosniff",
      // People's faces: on a device that many share nothing of them is kept, however slow its line.
      "Cache-Control": "private, no-store",
    },
  });
}
