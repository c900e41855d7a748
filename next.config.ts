import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Named by its sources (prisma/run/build.mjs): to a browser, builds of several machines are one.
  generateBuildId: async () => process.env.LOKMIN_BUILD ?? null,
  reactStrictMode: true,
  devIndicators: false,
  // No page needs pictures of other sizes, and asking for them would keep the processor busy.
  images: { unoptimized: true },
  turbopack: { resolveAlias: { "@/prisma/generated/client": "./prisma/client-in-next.ts" } },
  // The title and the icon come with the page: sent after it, a screen reader meets a page without a name, and the browser
  // asks for an icon nobody named.
  htmlLimitedBots: /.*/,
  // Headers that every answer carries, the request id and the log come from lib/web/server.ts.
  serverExternalPackages: ["@node-rs/argon2", "pino", "pg"],
  // Where imports and papers were until they became one each.
  redirects: async () =>
    [
      ["/mitra/impor", "/impor/mitra"],
      ["/capaian/impor", "/impor/capaian"],
      ["/tindak-lanjut/impor", "/impor/rtl"],
      ["/kegiatan/:id/daftar-hadir", "/surat/daftar-hadir/:id?kosong=1"],
      ["/eskalasi/:id/cetak", "/surat/eskalasi/:id"],
    ].map(([source = "", destination = ""]) => ({ source, destination, permanent: true })),
  experimental: {
    // A photo as a phone takes it (12 MB) and the form around it.
    serverActions: { bodySizeLimit: "13mb" },
    // In development an edit would reach the browser alone, and the server would go on with the module before it.
    turbopackServerFastRefresh: false,
  },
};

export default config;
