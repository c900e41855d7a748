// One question on a terminal.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Stop } from "./say.mjs";

/**
 * @param {string} question
 * @param {{ unseen?: boolean, input?: NodeJS.ReadableStream, output?: NodeJS.WritableStream }} [options]
 *   unseen: what is typed is not shown
 * @returns {Promise<string>}
 * @throws Stop where Ctrl-C or the end of the input comes instead of an answer
 */
export async function ask(question, { unseen = false, input = process.stdin, output = process.stdout } = {}) {
  if (unseen) output.write(question);
  const shown = unseen ? new Writable({ write: (_chunk, _encoding, done) => done() }) : output;
  const lines = createInterface({ input, output: shown, terminal: true });
  const closed = new Promise((_, fail) => lines.once("close", () => fail(stopped())));
  try {
    return await Promise.race([lines.question(unseen ? "" : question), closed]);
  } catch (error) {
    throw error instanceof Error && error.name === "AbortError" ? stopped() : error;
  } finally {
    lines.close();
    if (unseen) output.write("\n");
  }
}

const stopped = () => new Stop("Dihentikan sebelum dijawab; tidak ada yang diubah.");
