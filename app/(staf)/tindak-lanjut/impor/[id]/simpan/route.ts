import { parseForm, readBody } from "@/lib/documents/upload";
import { canImportProgress, confirmProgress } from "@/lib/follow-up/import";
import { comesFromOwnPage, progressStream, refusedStream } from "@/lib/web/progress-stream";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** The confirmation as the page's script sends it: answers line by line how many rows are written. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refusedStream(401, "Sesi Anda sudah berakhir. Muat ulang halaman ini, lalu masuk lagi.");
  if (!canImportProgress(actor)) return new Response(null, { status: 404 });
  if (!comesFromOwnPage(request)) return refusedStream(403, "Simpan dari halaman pratinjaunya.");
  const { id } = await params;
  const body = await readBody(request.body, 16 * 1024);
  const form = body && (await parseForm(request.headers.get("content-type") ?? "", body));
  const shown = String(form?.get("shown") ?? "");
  return progressStream(request, async (onProgress) => {
    const outcome = await confirmProgress(actor, id, shown, onProgress);
    return outcome.ok ? { ok: true, goTo: `/tindak-lanjut/impor/${id}` } : outcome;
  });
}
