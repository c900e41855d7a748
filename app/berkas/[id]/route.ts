import { findDocument } from "@/lib/documents/reads";
import { contentDisposition } from "@/lib/web/download";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** A file, for those who may see it: shown in the browser, but able to run and load nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const document = await findDocument(await requireActor(), (await params).id);
  if (!document) return new Response(null, { status: 404 });
  const { name, mimeType, sha256, bytes } = document;
  const headers = {
    "Content-Type": mimeType,
    "Content-Disposition": contentDisposition("inline", name),
    "Content-Security-Policy": "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    // Whether one may still see it is asked every time; the bytes need not come again.
    "Cache-Control": "private, no-cache",
    ETag: `"${sha256}"`,
  };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers });
}
