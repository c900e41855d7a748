import { type ChildProcess, fork } from "node:child_process";
import { log } from "@/lib/log";
import { memoryOf } from "@/lib/papers/render/process-memory";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";

export type ApartLimits = {
  waiting: number;
  renderMs: number;
  idleMs: number;
  /** Bytes of memory at which it is ended while it works, and after which it is not kept for the next. */
  memory: number;
  keptMemory: number;
};

type Answer = { id: number; bytes?: Uint8Array; problem?: string; rss?: number };

type State = {
  child: ChildProcess | null;
  orders: number;
  waiting: number;
  last: Promise<unknown>;
  idle: NodeJS.Timeout | null;
};

export type Apart<Order> = {
  /**
   * Renders one at a time, in the order they came.
   * @throws RendererUnavailable where too many wait, it takes too long or the process dies
   */
  render: (order: Order) => Promise<Buffer>;
  /** The process that works or waits for the next paper. */
  pid: () => number | null;
  limits: ApartLimits;
};

export type ApartProgram = {
  /** In the log, and for the process there is one of. */
  name: string;
  program: () => string;
  execArgv: string[];
  env?: Record<string, string>;
};

const memoryCheckMs = 200;
const megabyte = 1024 * 1024;

// Next bundles this module apart from the server around it: one process of each name for all.
const shared = globalThis as { lokminApart?: Map<string, State> };
shared.lokminApart ??= new Map();
const states = shared.lokminApart;

/** What renders papers in a process of its own: what kills it kills no server, and its memory ends with it. */
export function apart<Order extends object>(program: ApartProgram): Apart<Order> {
  const limits: ApartLimits = {
    waiting: 8,
    renderMs: 30_000,
    idleMs: 20_000,
    memory: 512 * megabyte,
    keptMemory: 200 * megabyte,
  };
  const state: State = states.get(program.name) ?? {
    child: null,
    orders: 0,
    waiting: 0,
    last: Promise.resolve(),
    idle: null,
  };
  states.set(program.name, state);
  return {
    limits,
    pid: () => state.child?.pid ?? null,
    async render(order) {
      if (state.waiting >= limits.waiting) throw new RendererUnavailable("too many papers are waiting");
      state.waiting += 1;
      const mine = state.last.then(() => renderNow({ state, program, limits }, order));
      state.last = mine.catch(() => {});
      try {
        return await mine;
      } finally {
        state.waiting -= 1;
      }
    },
  };
}

type Running = { state: State; program: ApartProgram; limits: ApartLimits };

async function renderNow(running: Running, order: object): Promise<Buffer> {
  const { state, program, limits } = running;
  if (state.idle) clearTimeout(state.idle);
  const child = state.child ?? start(running);
  const id = ++state.orders;
  child.ref();
  child.channel?.ref();
  const answer = await answerOf(running, child, { ...order, id }).finally(() => {
    // At hand for the next paper, it keeps no process from ending.
    child.unref();
    child.channel?.unref();
  });
  if ((answer.rss ?? 0) > limits.keptMemory) end(state, child);
  else {
    state.idle = setTimeout(() => end(state, child), limits.idleMs);
    state.idle.unref();
  }
  if (!answer.bytes) throw new Error(`The paper was not rendered by ${program.name}: ${answer.problem}`);
  return Buffer.from(answer.bytes);
}

function start({ state, program }: Running): ChildProcess {
  const { PATH = "", NODE_ENV = "production" } = process.env;
  const child = fork(/* turbopackIgnore: true */ program.program(), [], {
    execArgv: program.execArgv,
    // Nothing of the server's secrets.
    env: { PATH, NODE_ENV, ...program.env },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("error", (error) => log.error({ err: error, program: program.name }, "pembuat surat gagal"));
  child.once("exit", () => {
    if (state.child === child) state.child = null;
  });
  state.child = child;
  return child;
}

function answerOf({ state, program, limits }: Running, child: ChildProcess, order: { id: number }): Promise<Answer> {
  return new Promise((done, fail) => {
    const giveUp = (why: string) => {
      settle();
      log.error({ why, program: program.name }, "pembuat surat dihentikan");
      end(state, child);
      fail(new RendererUnavailable(why));
    };
    const onMessage = (answer: Answer) => {
      if (answer.id !== order.id) return;
      settle();
      done(answer);
    };
    const onExit = () => giveUp("the process died");
    const late = setTimeout(() => giveUp("it took too long"), limits.renderMs);
    const watching = setInterval(() => {
      if (memoryOf(child.pid) > limits.memory) giveUp("it took too much memory");
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

function end(state: State, child: ChildProcess): void {
  if (state.child === child) state.child = null;
  child.kill("SIGKILL");
}
