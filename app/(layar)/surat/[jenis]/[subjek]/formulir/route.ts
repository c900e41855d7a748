import { attachment } from "@/lib/http/download";
import { preparePaper } from "@/lib/papers/prepare";
import { fileNameOf } from "@/lib/papers/render/file-name";
import { requireActor } from "@/lib/web/session";
import { printWordForm } from "@/lib/word-forms/print";
import { blockedPaper, orBusy } from "../paper-failure";
import { optionsOf, type PaperParams, withOptions } from "../paper-request";

const none = "Kantor ini tidak punya formulir Word untuk surat ini.";

/** The paper on the office's own Word form; `?untuk=srikandi` on the one that the national e-office goes on with. */
export async function GET(request: Request, { params }: PaperParams): Promise<Response> {
  const actor = await requireActor();
  const { jenis, subjek } = await params;
  const { untuk, ...options } = optionsOf(Object.fromEntries(new URL(request.url).searchParams));
  const address = withOptions(`/surat/${jenis}/${subjek}`, options);
  return orBusy(actor, address, async () => {
    const prepared = await preparePaper(actor, jenis, subjek, options);
    if (!prepared) return new Response(null, { status: 404 });
    const filled = await printWordForm(actor, prepared, untuk === "srikandi");
    if (filled?.ok) return attachment(filled.bytes, fileNameOf(prepared.paper, "docx"), "docx");
    const blocked = filled === null ? [none] : "blocked" in filled ? filled.blocked : [filled.reason];
    return blockedPaper(blocked, address);
  });
}
