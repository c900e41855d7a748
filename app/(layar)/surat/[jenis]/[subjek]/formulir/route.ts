import { contentDisposition } from "@/lib/http/download";
import { preparePaper } from "@/lib/papers/prepare";
import { requireActor } from "@/lib/web/session";
import { printWordForm } from "@/lib/word-forms/print";
import { docxType } from "@/lib/word-forms/rules";
import { blockedPaper, missingPaper } from "../paper-failure";
import { optionsOf, type PaperParams, withOptions } from "../paper-request";

/** The paper on the office's own Word form; `?untuk=srikandi` on the one that the national e-office goes on with. */
export async function GET(request: Request, { params }: PaperParams): Promise<Response> {
  const actor = await requireActor();
  const { jenis, subjek } = await params;
  const { untuk, ...options } = optionsOf(Object.fromEntries(new URL(request.url).searchParams));
  const prepared = await preparePaper(actor, jenis, subjek, options);
  const filled = prepared && (await printWordForm(actor, prepared, untuk === "srikandi"));
  if (!filled) return missingPaper();
  const address = withOptions(`/surat/${jenis}/${subjek}`, options);
  if (!filled.ok) return blockedPaper("blocked" in filled ? filled.blocked : [filled.reason], address);
  return new Response(new Uint8Array(filled.bytes), {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": contentDisposition("attachment", `${prepared.paper.title}.docx`),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
