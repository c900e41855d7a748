import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { memoryOf } from "@/lib/papers/render/process-memory";

export type PictureTask = {
  bytes: Uint8Array;
  isHeic: boolean;
  mostPixels: number;
  wantedSize: number;
  seconds: number;
};

/** A logo as a PNG within a square of `edge` pixels; a drawing is made as large, a picture never larger than it is. */
export type LogoTask = { bytes: Uint8Array; mostPixels: number; edge: number; density: number; isDrawing: boolean };

const answerShape = z.object({ bytes: z.instanceof(Uint8Array).optional(), trouble: z.string().optional() });

const idleMs = 5000;
/** For what its own limit does not end: a drawing, a HEIC, a process that answers nothing at all. */
const longestMs = 30_000;
const mostMemory = 1024 * 1024 * 1024;
const memoryCheckMs = 200;

// In development Next's routes are bundled apart from the server around them.
type Pictures = { child: ChildProcess | null; last: Promise<unknown>; idle?: NodeJS.Timeout };
const shared = globalThis as { lokminPictures?: Pictures };
shared.lokminPictures ??= { child: null, last: Promise.resolve() };
const pictures = shared.lokminPictures;

/** @returns a JPEG of about `wantedSize` bytes. @throws sharp's error, or that the process ended or said nothing */
export const shrinkPicture = (task: PictureTask): Promise<Buffer> => inTurn(() => ask({ ...task, isLogo: false }));

/** @throws as `shrinkPicture` */
export const drawLogo = (task: LogoTask): Promise<Buffer> => inTurn(() => ask({ ...task, isLogo: true }));

// One picture at a time: a decoded photo takes a few hundred MB at worst, ten at once would take them all.
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = pictures.last.then(work);
  pictures.last = mine.catch(() => {});
  return mine;
}

async function ask(task: object): Promise<Buffer> {
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

function answerOf(child: ChildProcess, task: object): Promise<Buffer> {
  return new Promise((done, fail) => {
    const ended = () => stop(new Error("The process of pictures ended"));
    const giveUp = (why: string) => {
      if (pictures.child === child) pictures.child = null;
      child.kill("SIGKILL");
      stop(new Error(why));
    };
    const late = setTimeout(() => giveUp("timeout: the process of pictures says nothing"), longestMs);
    const watching = setInterval(() => {
      if (memoryOf(child.pid) > mostMemory) giveUp("pixel limit: it took too much memory");
    }, memoryCheckMs);
    const answered = (answer: unknown) => {
      const { bytes, trouble } = answerShape.parse(answer);
      stop(bytes ? Buffer.from(bytes) : new Error(trouble));
    };
    const stop = (outcome: Buffer | Error) => {
      clearTimeout(late);
      clearInterval(watching);
      child.off("exit", ended).off("error", ended).off("message", answered);
      if (outcome instanceof Error) fail(outcome);
      else done(outcome);
    };
    child.once("exit", ended).once("error", ended).once("message", answered);
    child.send(task, (error) => error && stop(error));
  });
}
