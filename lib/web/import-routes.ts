import { type Actor, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { parseForm, readBody, readUpload, type Upload } from "@/lib/documents/upload";
import type { OnProgress } from "@/lib/imports/drafts";
import { comesFromOwnPage, progressStream, refusedStream } from "@/lib/web/progress-stream";
import { currentActor } from "@/lib/web/session";

/** What one kind of import gives to its pages: who may, how large a file, and what is done with it. */
export type ImportRoute = {
  /** Where its pages stand; a draft's preview lies below it, by its id. */
  path: string;
  mayImport: (actor: Actor) => boolean;
  limit: { bytes: number; sentence: string };
  draft: (actor: Actor, upload: Upload & { id: string }, onProgress?: OnProgress) => Promise<Outcome<{ id: string }>>;
  confirm: (actor: Actor, id: string, shown: string, onProgress?: OnProgress) => Promise<Outcome>;
};

/** The form around a file. */
const overhead = 16 * 1024;

type Taken = { ok: true; goTo: string } | Refusal;

/** Both ways of uploading, with script and without, end here. */
export async function takeUpload(
  route: ImportRoute,
  actor: Actor,
  form: FormData,
  onProgress?: OnProgress,
): Promise<Taken> {
  const id = form.get("id");
  if (typeof id !== "string" || !isId(id)) return refuse("Muat ulang halaman ini, lalu unggah lagi");
  const read = await readUpload(form, { limit: route.limit.bytes, tooBig: route.limit.sentence });
  if (!read.ok) return read;
  const outcome = await route.draft(actor, { id, ...read.upload }, onProgress);
  return outcome.ok ? { ok: true, goTo: `${route.path}/${outcome.id}` } : outcome;
}

/** The upload as the page's script sends it: answers line by line how many rows are looked at. */
export async function answerUpload(route: ImportRoute, request: Request): Promise<Response> {
  const actor = await askedBy(route, request);
  if (actor instanceof Response) return actor;
  const body = await readBody(request.body, route.limit.bytes + overhead);
  if (!body) return refusedStream(413, route.limit.sentence);
  const form = await parseForm(request.headers.get("content-type") ?? "", body);
  if (!form) return refusedStream(400, "Unggahan ini terputus di jalan. Coba lagi.");
  return progressStream(request, (onProgress) => takeUpload(route, actor, form, onProgress));
}

/** The confirmation as the page's script sends it: answers line by line how many rows are written. */
export async function answerConfirm(route: ImportRoute, request: Request, id: string): Promise<Response> {
  const actor = await askedBy(route, request);
  if (actor instanceof Response) return actor;
  const body = await readBody(request.body, overhead);
  const form = body && (await parseForm(request.headers.get("content-type") ?? "", body));
  const shown = String(form?.get("shown") ?? "");
  return progressStream(request, async (onProgress) => {
    const outcome = await route.confirm(actor, id, shown, onProgress);
    return outcome.ok ? { ok: true, goTo: `${route.path}/${id}` } : outcome;
  });
}

async function askedBy(route: ImportRoute, request: Request): Promise<Actor | Response> {
  const actor = await currentActor();
  if (!actor) return refusedStream(401, "Sesi Anda sudah berakhir. Muat ulang halaman ini, lalu masuk lagi.");
  if (!route.mayImport(actor)) return new Response(null, { status: 404 });
  return comesFromOwnPage(request) ? actor : refusedStream(403, "Unggah dan impor dari halamannya sendiri.");
}
