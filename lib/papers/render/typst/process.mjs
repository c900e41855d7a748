// One Typst compiler in a process of its own: its native memory is given back only when the process ends, and what
// kills it kills no server. Takes one order at a time and answers with the PDF or with why there is none.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import { join, resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

try {
  os.setPriority(10);
} catch {
  // Some systems refuse to lower the priority.
}

const fonts = ["400Regular/Arimo_400Regular", "700Bold/Arimo_700Bold", "400Regular_Italic/Arimo_400Regular_Italic"];
const boldItalic = "700Bold_Italic/Arimo_700Bold_Italic";
const require = createRequire(import.meta.url);
const fontBlobs = [...fonts, boldItalic].map((name) =>
  readFileSync(require.resolve(`@expo-google-fonts/arimo/${name}.ttf`)),
);

// A folder that does not exist: nothing but what an order brings can be read.
const workspace = resolve("/lokmin-paper");
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });

/** @typedef {{ id: number, template: string, files: { path: string, bytes: Uint8Array }[], isPlain?: boolean }} Order */

/** @param {Order} order @returns {Buffer} */
function render({ template, files, isPlain }) {
  for (const { path, bytes } of files) compiler.mapShadow(join(workspace, path), Buffer.from(bytes));
  const main = join(workspace, "paper.typ");
  compiler.mapShadow(main, Buffer.from(template));
  const compiled = compiler.compile({ mainFilePath: main });
  const { result } = compiled;

  if (!result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? "not compiled"));
  return compiler.pdf(result, isPlain ? {} : { pdfStandard: "ua-1" });
}

process.on("message", async (/** @type {Order} */ order) => {
  /** @type {{ id: number, bytes?: Uint8Array, problem?: string, rss?: number }} */
  const answer = { id: order.id };
  try {
    answer.bytes = render(order);
  } catch (error) {
    answer.problem = reasonOf(error);
  }
  await forget();
  answer.rss = process.memoryUsage.rss();
  process.send?.(answer);
});

/** What was compiled belongs to objects of JavaScript, which do not look large: 40 MB of it a paper, until they go. */
async function forget() {
  compiler.resetShadow();
  compiler.evictCache(0);
  globalThis.gc?.();
  await new Promise((done) => setImmediate(done));
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof Error) return error.message;
  const { shortDiagnostics } = /** @type {{ shortDiagnostics?: unknown }} */ (error);
  return JSON.stringify(shortDiagnostics ?? String(error));
}

process.on("disconnect", () => process.exit());
