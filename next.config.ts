import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Headers that every answer carries, the request id and the log come from lib/web/server.ts.
  serverExternalPackages: ["@node-rs/argon2", "pino", "pg"],
  experimental: {
    serverActions: { bodySizeLimit: "1mb" },
  },
};

export default config;
