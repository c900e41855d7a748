import { parseForm, readBody } from "@/lib/documents/upload";
import { canImportProgress } from "@/lib/follow-up/import";
import { progressLimits, progressTooBig } from "@/lib/follow-up/import-file";
import { comesFromOwnPage, progressStream, refusedStream } from "@/lib/web/progress-stream";
import { currentActor } from "@/lib/web/session";
import { takeUpload } from "../upload";

/** The form around the file. */
const overhead = 16 * 1024;

/** The upload as the page's script sends it. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refusedStream(401, "Sesi Anda sudah berakhir. Muat ulang halaman ini, lalu masuk lagi.");
  if (!canImportProgress(actor)) return new Response(null, { status: 404 });
  if (!comesFromOwnPage(request)) return refusedStream(403, "Unggah dari halaman impor kemajuan.");
  const body = await readBody(request.body, progressLimits.bytes + overhead);
  if (!body) return refusedStream(413, progressTooBig);
  const form = await parseForm(request.headers.get("content-type") ?? "", body);
  if (!form) return refusedStream(400, "Unggahan ini terputus di jalan. Coba lagi.");
  return progressStream(request, () => takeUpload(actor, form));
}
