// What papers take, each form in a process of its own.
import { fork } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleDocx, docxProgramOf, root } from "../../prisma/run/prepare.mjs";

/** @returns {Promise<import("./paper-program").PaperFigures>} */
export async function measurePapers() {
  const program = join(root, `node_modules/.lokmin-papers-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, "tests/bench/paper-program.ts")],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  await bundleDocx(docxProgramOf(program));
  try {
    return { papers: await answerOf(program, "papers"), sheet: await answerOf(program, "sheet") };
  } finally {
    for (const made of [program, docxProgramOf(program)]) rmSync(made, { force: true });
  }
}

/** @param {string} program @param {string} form @returns {Promise<any>} */
function answerOf(program, form) {
  return new Promise((done, fail) => {
    Object.assign(process.env, { LOKMIN_DOCX: docxProgramOf(program) });
    const child = fork(program, [form], { execArgv: ["--expose-gc"] });
    child.once("message", done);
    child.once("error", fail);
    child.once("exit", (code) => code !== 0 && fail(new Error(`measuring ${form} ended with ${code}`)));
  });
}
