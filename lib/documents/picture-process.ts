import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

export type PictureTask = {
  bytes: Uint8Array;
  isHeic: boolean;
  mostPixels: number;
  wantedSize: number;
  seconds: number;
};

const answerShape = z.object({ bytes: z.instanceof(Uint8Array).optional(), trouble: z.string().optional() });

const idleMs = 5000;
/** For a process that answers nothing at all; its own limit ends a slow picture. */
const longestMs = 60_000;

// In development Next's routes are bundled apart from the server around them.
const shared = globalThis as { lokminPictures?: { child: ChildProcess | null; idle?: NodeJS.Timeout } };
shared.lokminPictures ??= { child: null };
const pictures = shared.lokminPictures;

/**
 * One at a time: who calls it waits for the one before.
 * @returns a JPEG of about `wantedSize` bytes
 * @throws sharp's error, or that the process ended or said nothing
 */
export async function shrinkPicture(task: PictureTask): Promise<Buffer> {
  clearTimeout(pictures.idle);
  pictures.child ??= start();
  const { child } = pictures;
  child.ref();
  child.channel?.ref();
  try {
    return await answerOf(child, task);
  } finally {
    child.unref();
    child.channel?.unref();
    pictures.idle = setTimeout(endPictures, idleMs);
    pictures.idle.unref();
  }
}

function endPictures(): void {
  pictures.child?.kill("SIGKILL");
  pictures.child = null;
}

function start(): ChildProcess {
  const folder = process.env.LOKMIN_ROOT ?? process.cwd();
  const child = fork(join(/* turbopackIgnore: true */ folder, "lib/documents/picture-worker.mjs"), {
    // Nothing of the installation's secrets.
    env: { NODE_ENV: "production", PATH: process.env.PATH },
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.once("exit", () => {
    if (pictures.child === child) pictures.child = null;
  });
  return child;
}

function answerOf(child: ChildProcess, task: PictureTask): Promise<Buffer> {
  return new Promise((done, fail) => {
    const ended = () => stop(new Error("The process of pictures ended"));
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      stop(new Error("timeout: the process of pictures says nothing"));
    }, longestMs);
    const answered = (answer: unknown) => {
      const { bytes, trouble } = answerShape.parse(answer);
      stop(bytes ? Buffer.from(bytes) : new Error(trouble));
    };
    const stop = (outcome: Buffer | Error) => {
      clearTimeout(late);
      child.off("exit", ended).off("error", ended).off("message", answered);
      if (outcome instanceof Error) fail(outcome);
      else done(outcome);
    };
    child.once("exit", ended).once("error", ended).once("message", answered);
    child.send(task, (error) => error && stop(error));
  });
}
