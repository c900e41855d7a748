import { AsyncLocalStorage } from "node:async_hooks";

const running = new AsyncLocalStorage<true>();

/** Runs the body of a transaction so that a second connection asked for inside it can be told. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return running.run(true, work);
}

export function isInsideTransaction(): boolean {
  return running.getStore() === true;
}
