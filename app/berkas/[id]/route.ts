import { isDinkes } from "@/lib/actor";
import { findDocument } from "@/lib/documents/reads";
import { readBytes } from "@/lib/documents/store";
import { contentDisposition } from "@/lib/http/download";
import { noteFileReading } from "@/lib/privacy/readings";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

// Nothing in a file can run or load anything. A PDF gets no sandbox: browsers then refuse to show it, and
// its viewer lets nothing out anyway (https://bugs.chromium.org/p/chromium/issues/detail?id=413851).
const shut = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** A file, shown in the browser to those who may see it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const document = await findDocument(actor, (await params).id);
  if (!document) return missing();
  if (isDinkes(actor)) await noteFileReading(actor, document.id);
  const { name, mimeType } = document;
  const headers = {
    "Content-Type": mimeType,
    "Content-Disposition": contentDisposition("inline", name),
    "Content-Security-Policy": mimeType === "application/pdf" ? shut : `sandbox; ${shut}`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
  const bytes = await readBytes(document);
  return bytes ? new Response(bytes, { headers }) : missing();
}

function missing(): Response {
  return new Response(null, { status: 404, headers: { "Content-Security-Policy": shut } });
}
