/**
 * Prisma's names for what Next bundles (next.config.ts): the client's class carries the whole schema, 1.5 MB of text that
 * Next would load with every group of pages, though the server around it has opened the one client of the process.
 */
export * from "@/prisma/generated/enums";
export * as Prisma from "@/prisma/generated/internal/prismaNamespace";

/** Made while Next builds, which asks nothing of it but the part that lib/one-by-one.ts looks for. */
export class PrismaClient {
  readonly _requestHandler = { dataloader: { options: { batchBy: () => undefined } } };
}
