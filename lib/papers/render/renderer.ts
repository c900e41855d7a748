import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { log } from "@/lib/log";
import { projectFolder } from "@/lib/papers/render/font";
import { memoryOf } from "@/lib/papers/render/process-memory";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";

export type RenderOrder = {
  template: string;
  files: { path: string; bytes: Uint8Array }[];
  /** Without the claim of PDF/UA, which pages of other PDFs cannot keep. */
  isPlain?: boolean;
};

type Answer = { id: number; pdf?: Uint8Array; problem?: string; rss?: number };

type Renderer = {
  child: ChildProcess | null;
  orders: number;
  waiting: number;
  last: Promise<unknown>;
  idle: NodeJS.Timeout | null;
};

export const rendererLimits = {
  waiting: 8,
  renderMs: 30_000,
  idleMs: 20_000,
  /** Bytes of memory at which it is ended while it works, and after which it is not kept for the next. */
  memory: 512 * 1024 * 1024,
  keptMemory: 160 * 1024 * 1024,
};

const folder = join(/* turbopackIgnore: true */ projectFolder, "lib/papers/render/typst");
const memoryCheckMs = 200;

// Next bundles this module apart from the server around it: one process for all.
const shared = globalThis as { lokminRenderer?: Renderer };
shared.lokminRenderer ??= { child: null, orders: 0, waiting: 0, last: Promise.resolve(), idle: null };
const renderer: Renderer = shared.lokminRenderer;

let template: string | undefined;

export function paperTemplate(): string {
  template ??= readFileSync(join(/* turbopackIgnore: true */ folder, "paper.typ"), "utf8");
  return template;
}

/**
 * Renders one at a time, in the order they came, in a process of its own.
 * @throws RendererUnavailable where too many wait, it takes too long or the process dies
 */
export async function renderInTurn(order: RenderOrder): Promise<Buffer> {
  if (renderer.waiting >= rendererLimits.waiting) throw new RendererUnavailable("too many papers are waiting");
  renderer.waiting += 1;
  const mine = renderer.last.then(() => renderNow(order));
  renderer.last = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    renderer.waiting -= 1;
  }
}

/** The process at work or at hand, for tests that end it. */
export const rendererProcess = (): number | null => renderer.child?.pid ?? null;

async function renderNow(order: RenderOrder): Promise<Buffer> {
  if (renderer.idle) clearTimeout(renderer.idle);
  const child = renderer.child ?? startRenderer();
  const id = ++renderer.orders;
  child.ref();
  child.channel?.ref();
  const answer = await answerOf(child, { id, ...order }).finally(() => {
    // At hand for the next paper, it keeps no process from ending.
    child.unref();
    child.channel?.unref();
  });
  if ((answer.rss ?? 0) > rendererLimits.keptMemory) endRenderer(child);
  else endWhenIdle(child);
  if (!answer.pdf) throw new Error(`The paper was not rendered: ${answer.problem}`);
  return Buffer.from(answer.pdf);
}

function startRenderer(): ChildProcess {
  const { PATH = "", NODE_ENV = "production" } = process.env;
  const child = fork(join(/* turbopackIgnore: true */ folder, "process.mjs"), [], {
    execArgv: ["--max-old-space-size=128"],
    // Nothing of the server's secrets.
    env: { PATH, NODE_ENV },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("error", (error) => log.error({ err: error }, "pembuat PDF gagal"));
  child.once("exit", () => {
    if (renderer.child === child) renderer.child = null;
  });
  renderer.child = child;
  return child;
}

function answerOf(child: ChildProcess, order: RenderOrder & { id: number }): Promise<Answer> {
  return new Promise((done, fail) => {
    const giveUp = (why: string) => {
      settle();
      log.error({ why }, "pembuat PDF dihentikan");
      endRenderer(child);
      fail(new RendererUnavailable(why));
    };
    const onMessage = (answer: Answer) => {
      if (answer.id !== order.id) return;
      settle();
      done(answer);
    };
    const onExit = () => giveUp("the process died");
    const late = setTimeout(() => giveUp("it took too long"), rendererLimits.renderMs);
    const watching = setInterval(() => {
      if (memoryOf(child.pid) > rendererLimits.memory) giveUp("it took too much memory");
    }, memoryCheckMs);
    const settle = () => {
      clearTimeout(late);
      clearInterval(watching);
      child.off("message", onMessage);
      child.off("exit", onExit);
    };
    child.on("message", onMessage);
    child.once("exit", onExit);
    child.send(order, (error) => error && giveUp("the process took no order"));
  });
}

function endWhenIdle(child: ChildProcess): void {
  renderer.idle = setTimeout(() => endRenderer(child), rendererLimits.idleMs);
  renderer.idle.unref();
}

function endRenderer(child: ChildProcess): void {
  if (renderer.child === child) renderer.child = null;
  child.kill("SIGKILL");
}
