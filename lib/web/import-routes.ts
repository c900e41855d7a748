import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { parseForm, readBody, readUpload } from "@/lib/documents/upload";
import { comesFromOwnPage, progressStream, refusedStream } from "@/lib/http/progress-stream";
import { confirmImport } from "@/lib/imports/confirm";
import type { AnyImport } from "@/lib/imports/definition";
import type { OnProgress } from "@/lib/imports/drafts";
import { currentActor } from "@/lib/web/session";

const overhead = 16 * 1024;

export function importPath({ slug }: { slug: string }, id?: string): string {
  return id === undefined ? `/impor/${slug}` : `/impor/${slug}/${id}`;
}

type Taken = { ok: true; goTo: string } | Refusal;

export async function takeUpload(
  kind: AnyImport,
  actor: Actor,
  form: FormData,
  onProgress?: OnProgress,
): Promise<Taken> {
  const id = form.get("id");
  if (typeof id !== "string" || !isId(id)) return refuse("Muat ulang halaman ini, lalu unggah lagi");
  const read = await readUpload(form, { limit: kind.limit.bytes, tooBig: kind.limit.sentence });
  if (!read.ok) return read;
  const outcome = await kind.draft(actor, { id, ...read.upload }, onProgress);
  return outcome.ok ? { ok: true, goTo: importPath(kind, outcome.id) } : outcome;
}

export async function answerUpload(kind: AnyImport, request: Request): Promise<Response> {
  const actor = await askedBy(kind, request);
  if (actor instanceof Response) return actor;
  const body = await readBody(request.body, kind.limit.bytes + overhead);
  if (!body) return refusedStream(413, kind.limit.sentence);
  const form = await parseForm(request.headers.get("content-type") ?? "", body);
  if (!form) return refusedStream(400, "Unggahan ini terputus di jalan. Coba lagi.");
  return progressStream(request, (onProgress) => takeUpload(kind, actor, form, onProgress));
}

export async function answerConfirm(kind: AnyImport, request: Request, id: string): Promise<Response> {
  const actor = await askedBy(kind, request);
  if (actor instanceof Response) return actor;
  const body = await readBody(request.body, overhead);
  const form = body && (await parseForm(request.headers.get("content-type") ?? "", body));
  const shown = String(form?.get("shown") ?? "");
  return progressStream(request, async (onProgress) => {
    const outcome = await confirmImport(actor, kind, { id, shown }, onProgress);
    return outcome.ok ? { ok: true, goTo: importPath(kind, id) } : outcome;
  });
}

async function askedBy(kind: AnyImport, request: Request): Promise<Actor | Response> {
  const actor = await currentActor();
  if (!actor) return refusedStream(401, "Sesi Anda sudah berakhir. Muat ulang halaman ini, lalu masuk lagi.");
  if (!kind.mayImport(actor)) return new Response(null, { status: 404 });
  return comesFromOwnPage(request) ? actor : refusedStream(403, "Unggah dan impor dari halamannya sendiri.");
}
