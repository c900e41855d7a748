import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

// Fourteen hours ahead of UTC: code that forgets to name a time zone is a day off here, and fails.
const hostileZone = "Pacific/Kiritimati";
process.env.TZ = hostileZone;

const shared = {
  environment: "node",
  env: { TZ: hostileZone, LOG_LEVEL: "silent" },
  // Vitest leaves one core free: of two, half the machine would do nothing.
  maxWorkers: Math.max(availableParallelism() - 1, 2),
  // A test that hangs says so instead of holding everything up.
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  resolve: { alias: { "@": root.replace(/[\\/]$/, "") } },
  test: {
    // What no test imports and all rest on: with --changed, a change in these runs every test.
    forceRerunTriggers: [
      "**/package.json",
      "**/vitest.config.ts",
      "**/prisma/{schema,migrations,run}/**",
      "**/tests/{setup,dumps}/**",
    ],
    projects: [
      { extends: true, test: { ...shared, name: "architecture", include: ["tests/architecture.test.ts"] } },
      {
        extends: true,
        test: { ...shared, name: "unit", include: ["tests/unit/**/*.test.ts"], setupFiles: ["tests/setup/secrets.ts"] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/setup/global.ts"],
          setupFiles: ["tests/setup/secrets.ts", "tests/setup/database.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "commands",
          include: ["tests/commands/**/*.test.ts"],
          globalSetup: ["tests/setup/prepared-data.ts"],
          // Whole servers come and go: longer limits.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
