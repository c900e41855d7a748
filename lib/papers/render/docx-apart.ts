import type { Paper } from "@/lib/papers/model";
import { apart } from "@/lib/papers/render/apart";
import { renderDocx } from "@/lib/papers/render/docx";
import type { KeptPicture } from "@/lib/papers/render/pictures";

/** Beside the server's bundle: prisma/run/application.mjs says where. */
const program = () => process.env.LOKMIN_DOCX ?? "";

export const word = apart<{ paper: Paper; pictures: ReadonlyMap<string, KeptPicture> }>({
  name: "word",
  program,
  execArgv: ["--max-old-space-size=160"],
});

/**
 * A Word document; where no bundle is at hand, as in tests, it is made in this process.
 * @throws RendererUnavailable where it can be asked for again
 */
export function makeDocx(paper: Paper, pictures: ReadonlyMap<string, KeptPicture>): Promise<Buffer> {
  return program() ? word.render({ paper, pictures }) : renderDocx(paper, pictures);
}
