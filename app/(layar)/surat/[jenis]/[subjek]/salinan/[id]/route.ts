import { readBytes } from "@/lib/documents/store";
import { contentDisposition } from "@/lib/http/download";
import { findSignedCopy } from "@/lib/signed-copies/reads";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ jenis: string; subjek: string; id: string }> };

const shut = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The file of a signed copy, byte for byte, for those who may read its paper. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { jenis, subjek, id } = await params;
  const file = await findSignedCopy(await requireActor(), { slug: jenis, subjectId: subjek }, id);
  const bytes = file && (await readBytes(file));
  if (!file || !bytes) return new Response(null, { status: 404, headers: { "Content-Security-Policy": shut } });
  const headers = {
    "Content-Type": file.mimeType,
    "Content-Disposition": contentDisposition("inline", file.name),
    "Content-Security-Policy": file.mimeType === "application/pdf" ? shut : `sandbox; ${shut}`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
  return new Response(bytes, { headers });
}
