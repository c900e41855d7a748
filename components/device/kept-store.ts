// A database of the browser that may be taken away at any time: iOS ends its connections in the background, a later
// version of a page changes its shape, the storage is full or blocked.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

type Options<Shape> = {
  name: string;
  version: number;
  /** Makes the stores; `from`: the version they are of, 0 where there are none. */
  upgrade: (db: IDBPDatabase<Shape>, from: number) => void;
};

/**
 * @returns runs work on the database, on a new connection where the old one was ended meanwhile
 */
export function keptStore<Shape extends DBSchema>({ name, version, upgrade }: Options<Shape>) {
  let opened: Promise<IDBPDatabase<Shape>> | undefined;
  const forget = () => {
    opened = undefined;
  };

  async function open(): Promise<IDBPDatabase<Shape>> {
    const callbacks = {
      terminated: forget,
      // Another page brings a later shape: it waits for nobody.
      blocking(_current: number, _blocked: number | null, event: Event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    };
    const db = await openDB<Shape>(name, version, { ...callbacks, upgrade: (made, from) => upgrade(made, from) }).catch(
      (error: unknown) => {
        // A later version of the page was here; what it added is of no concern to this one.
        if (isNamed(error, "VersionError")) return openDB<Shape>(name, undefined, callbacks);
        throw error;
      },
    );
    return db;
  }

  return async function using<T>(work: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        opened ??= open();
        return await work(await opened);
      } catch (error) {
        forget();
        // The connection was ended without a word, before or during the work.
        if (attempt < 3 && (isNamed(error, "InvalidStateError") || isNamed(error, "AbortError"))) continue;
        throw error;
      }
    }
  };
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
