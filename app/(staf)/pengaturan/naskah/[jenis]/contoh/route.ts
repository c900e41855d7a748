import { cleanFileName } from "@/lib/documents/rules";
import { attachment } from "@/lib/http/download";
import { canSetUpPapers } from "@/lib/letters/rules";
import { listExamples } from "@/lib/papers/examples";
import { findPaperOfOffice } from "@/lib/papers/office-papers";
import { requireActor } from "@/lib/web/session";
import { fillWordForm } from "@/lib/word-forms/reads";

type Context = { params: Promise<{ jenis: string }> };

/** The office's own form, filled with the last paper: a sample, whatever is still missing on it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const paper = canSetUpPapers(actor) ? findPaperOfOffice(actor, (await params).jenis) : null;
  const [example] = paper ? await listExamples(actor, paper) : [];
  if (!paper || !example) return new Response(null, { status: 404 });
  const isForEOffice = new URL(request.url).searchParams.get("untuk") === "srikandi";
  const which = { organisationId: actor.organisation.id, paperKind: paper.kind, isForEOffice };
  const filled = await fillWordForm(actor, which, example.opened.fields());
  if (!filled?.ok) return new Response(null, { status: 404 });
  return attachment(filled.bytes, cleanFileName(`Contoh ${paper.name}`, "docx"), "docx");
}
