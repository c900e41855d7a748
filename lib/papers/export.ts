import type { Readable } from "node:stream";
import { type Actor, NotAllowed } from "@/lib/actor";
import type { PaperFormat } from "@/lib/papers/definition";
import { type PreparedPaper, preparePaper } from "@/lib/papers/prepare";
import { makeDocx } from "@/lib/papers/render/docx-apart";
import { fileNameOf } from "@/lib/papers/render/file-name";
import { picturesOf } from "@/lib/papers/render/pictures";
import { renderXlsx } from "@/lib/papers/render/xlsx";

export type Exported<Content> = { ok: true; name: string; content: Content } | { ok: false; blocked: string[] };

type Wanted = { slug: string; subjectId: string; options: Record<string, string> };

/** @throws NotAllowed where there is none that the actor may see, or it has no such form */
export async function exportDocx(actor: Actor, wanted: Wanted): Promise<Exported<Buffer>> {
  const { paper, blocked } = await requirePaper(actor, wanted, "docx");
  if (blocked.length > 0) return { ok: false, blocked };
  const content = await makeDocx(paper, await picturesOf(actor, paper));
  return { ok: true, name: fileNameOf(paper, "docx"), content };
}

/** @throws NotAllowed where there is none that the actor may see, or it has no such form */
export async function exportXlsx(actor: Actor, wanted: Wanted): Promise<Exported<Readable>> {
  const { paper, blocked } = await requirePaper(actor, wanted, "xlsx");
  if (blocked.length > 0) return { ok: false, blocked };
  return { ok: true, name: fileNameOf(paper, "xlsx"), content: renderXlsx(paper) };
}

async function requirePaper(
  actor: Actor,
  { slug, subjectId, options }: Wanted,
  format: PaperFormat,
): Promise<PreparedPaper> {
  const prepared = await preparePaper(actor, slug, subjectId, options);
  if (!prepared?.definition.formats.includes(format)) throw new NotAllowed(actor, `export ${slug} of ${subjectId}`);
  return prepared;
}
