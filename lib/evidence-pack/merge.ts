import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "@/lib/papers/render/font";
import { typst } from "@/lib/papers/render/renderer";

export type PdfSource = { title: string; mimeType: string; bytes: Uint8Array };

const mostPages = 400;
const beyondAny = 1_000_000;

let template: string | undefined;

function mergeTemplate(): string {
  template ??= readFileSync(join(/* turbopackIgnore: true */ projectFolder, "lib/evidence-pack/merge.typ"), "utf8");
  return template;
}

/**
 * How many pages a PDF has, as the program that will draw them counts them; null where it cannot read it.
 * @throws RendererUnavailable
 */
export async function countPages(bytes: Uint8Array): Promise<number | null> {
  const data = { title: "", parts: [{ title: "", file: "0.pdf", from: beyondAny, to: beyondAny }] };
  try {
    await render(data, [{ path: "0.pdf", bytes }]);
    return null;
  } catch (error) {
    const count = error instanceof Error ? /only has (\d{1,7}) pages?/.exec(error.message)?.[1] : undefined;
    if (count === undefined && !isOfFile(error)) throw error;
    return count === undefined ? null : Number(count);
  }
}

/**
 * Files one after the other in one PDF, each with a bookmark.
 * @returns null where there are too many pages
 * @throws RendererUnavailable, or what the renderer says of a page it cannot draw
 */
export async function mergeFiles(
  title: string,
  sources: readonly (PdfSource & { pages: number })[],
): Promise<Buffer | null> {
  if (sources.reduce((sum, { pages }) => sum + pages, 0) > mostPages) return null;
  const named = sources.map((source, index) => ({ ...source, file: `${index}.${isPdf(source) ? "pdf" : "jpg"}` }));
  const parts = named.map((source) => ({
    ...{ title: source.title, file: source.file },
    ...(isPdf(source) && { from: 1, to: source.pages }),
  }));
  return render(
    { title, parts },
    named.map(({ file, bytes }) => ({ path: file, bytes })),
  );
}

const isPdf = ({ mimeType }: PdfSource) => mimeType === "application/pdf";

type File = { path: string; bytes: Uint8Array };

function render(data: object, files: readonly File[]): Promise<Buffer> {
  const described = { path: "data.json", bytes: Buffer.from(JSON.stringify(data)) };
  return typst.render({ template: mergeTemplate(), files: [described, ...files], isPlain: true });
}

function isOfFile(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("The paper was not rendered");
}
