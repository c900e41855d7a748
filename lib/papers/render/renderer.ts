import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apart } from "@/lib/papers/render/apart";
import { projectFolder } from "@/lib/papers/render/font";

export type RenderOrder = {
  template: string;
  files: { path: string; bytes: Uint8Array }[];
  /** Without the claim of PDF/UA, which pages of other PDFs cannot keep. */
  isPlain?: boolean;
};

const folder = join(/* turbopackIgnore: true */ projectFolder, "lib/papers/render/typst");

let template: string | undefined;

export function paperTemplate(): string {
  template ??= readFileSync(join(/* turbopackIgnore: true */ folder, "paper.typ"), "utf8");
  return template;
}

/** Typst, whose native memory is given back only when its process ends. */
export const typst = apart<RenderOrder>({
  name: "typst",
  program: () => join(/* turbopackIgnore: true */ folder, "process.mjs"),
  execArgv: ["--max-old-space-size=128", "--expose-gc"],
  // One thread takes less memory and leaves the other processors to the server.
  env: { RAYON_NUM_THREADS: "1", MALLOC_ARENA_MAX: "1" },
});
