import type { PrismaClient } from "@/prisma/generated/client";

type Batching = { batchBy: (request: { transaction?: unknown }) => string | undefined };

/**
 * Prisma's client puts the findUnique calls of all requests of one tick into one statement. Sent with the scope of the
 * first request, it would show another one rows that are not its own, or nothing. Outside a transaction each is sent alone.
 */
export function sendOneByOne(client: PrismaClient): void {
  const options = within(client, "_requestHandler", "dataloader", "options");
  // It is none of Prisma's documented parts: without it a new version must not start unnoticed.
  if (!isBatching(options)) throw new Error("Prisma's client batches otherwise than lib/one-by-one.ts knows");
  const { batchBy } = options;
  options.batchBy = (request) => (request.transaction ? batchBy(request) : undefined);
}

function within(whole: object, ...names: string[]): unknown {
  return names.reduce<unknown>((it, name) => (typeof it === "object" && it ? Reflect.get(it, name) : undefined), whole);
}

function isBatching(it: unknown): it is Batching {
  return typeof it === "object" && it !== null && "batchBy" in it && typeof it.batchBy === "function";
}
