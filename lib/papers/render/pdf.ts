import type { Paper } from "@/lib/papers/model";
import { pdfData } from "@/lib/papers/render/pdf-data";
import { pictureFiles } from "@/lib/papers/render/picture-files";
import type { KeptPicture } from "@/lib/papers/render/pictures";
import { paperTemplate, typst } from "@/lib/papers/render/renderer";

export type PdfInput = {
  paper: Paper;
  pictures: ReadonlyMap<string, KeptPicture>;
  day: string;
  /** Where a reader can check the file; null for a proof that goes nowhere. */
  check: { code: string; address: string } | null;
};

/** A tagged PDF (PDF/UA-1). @throws RendererUnavailable where it can be asked for again */
export async function renderPdf({ paper, pictures, day, check }: PdfInput): Promise<Buffer> {
  const { files, find } = pictureFiles(pictures);
  const { data, drawings } = pdfData({ paper, day, check, find });
  return typst.render({
    template: paperTemplate(),
    files: [
      { path: "data.json", bytes: Buffer.from(JSON.stringify(data)) },
      ...drawings.map(({ path, svg }) => ({ path, bytes: Buffer.from(svg) })),
      ...files,
    ],
  });
}
