import { contentDisposition } from "@/lib/http/download";
import { issuePaper } from "@/lib/papers/issue";
import { requireActor } from "@/lib/web/session";
import { blockedPaper, orBusy } from "../paper-failure";
import { optionsOf, type PaperParams, withOptions } from "../paper-request";

/** The paper as a PDF: made once for each content, kept, and the same file again until the content changes. */
export async function GET(request: Request, { params }: PaperParams): Promise<Response> {
  const actor = await requireActor();
  const { jenis, subjek } = await params;
  const options = optionsOf(Object.fromEntries(new URL(request.url).searchParams));
  const address = withOptions(`/surat/${jenis}/${subjek}`, options);
  return orBusy(address, async () => {
    const issued = await issuePaper(actor, jenis, subjek, options);
    if (!issued.ok) return blockedPaper("blocked" in issued ? issued.blocked : [issued.reason], address);
    const { name, bytes } = issued.file;
    return new Response(bytes, {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": contentDisposition("inline", name),
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
