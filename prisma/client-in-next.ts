import * as runtime from "@prisma/client/runtime/client";

/**
 * Prisma's names for what Next bundles (next.config.ts): the generated client carries the whole schema, 1.5 MB of text
 * that Next would load with every group of pages, though the server around it has opened the one client of the process.
 */
export * from "@/prisma/generated/enums";

/** The values that pages need, and no more; tests/architecture.test.ts looks for one that is missing. */
export const Prisma = {
  DbNull: runtime.DbNull,
  empty: runtime.empty,
  join: runtime.join,
  raw: runtime.raw,
  Sql: runtime.Sql,
  sql: runtime.sqltag,
};

/** Made while Next builds, which asks nothing of it but the part that lib/one-by-one.ts looks for. */
export class PrismaClient {
  readonly _requestHandler = { dataloader: { options: { batchBy: () => undefined } } };
}
