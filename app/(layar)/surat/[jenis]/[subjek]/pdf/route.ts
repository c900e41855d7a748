import { contentDisposition } from "@/lib/http/download";
import { issuePaper } from "@/lib/papers/issue";
import { noteRollReading } from "@/lib/privacy/readings";
import { requireActor } from "@/lib/web/session";
import { blockedPaper, orBusy } from "../paper-failure";
import { askedFor, type PaperParams, showsSignatures } from "../paper-request";

/** The paper as a PDF: made once for each content, kept, and the same file again until the content changes. */
export async function GET(request: Request, { params }: PaperParams): Promise<Response> {
  const actor = await requireActor();
  const { wanted, address } = askedFor(request, await params);
  return orBusy(actor, address, async () => {
    const issued = await issuePaper(actor, wanted.slug, wanted.subjectId, wanted.options);
    if (!issued.ok) return blockedPaper("blocked" in issued ? issued.blocked : [issued.reason], address);
    const { name, bytes } = issued.file;
    if (showsSignatures(wanted)) await noteRollReading(actor, wanted.subjectId);
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
