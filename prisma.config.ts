import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// The CLI fetches its native schema engine from a host that offices often cannot reach, and asks for it
// even to generate the client, which needs none. Any existing file satisfies it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(import.meta.url);

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
