import { attachment } from "@/lib/http/download";
import { exportDocx } from "@/lib/papers/export";
import { noteRollReading } from "@/lib/privacy/readings";
import { requireActor } from "@/lib/web/session";
import { blockedPaper, orBusy } from "../paper-failure";
import { askedFor, type PaperParams, showsSignatures } from "../paper-request";

/** The paper as a Word document. */
export async function GET(request: Request, { params }: PaperParams): Promise<Response> {
  const actor = await requireActor();
  const { wanted, address } = askedFor(request, await params);
  return orBusy(actor, address, async () => {
    const exported = await exportDocx(actor, wanted);
    if (exported.ok && showsSignatures(wanted)) await noteRollReading(actor, wanted.subjectId);
    return exported.ok ? attachment(exported.content, exported.name, "docx") : blockedPaper(exported.blocked, address);
  });
}
