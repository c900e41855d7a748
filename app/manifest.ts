import type { MetadataRoute } from "next";

/** What a phone installs. Without a network it starts with the roll calls that the device keeps: public/sw.js. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/beranda",
    start_url: "/beranda",
    scope: "/",
    name: "Lokmin",
    short_name: "Lokmin",
    description: "Lokakarya mini puskesmas: undangan, kehadiran, dan rencana tindak lanjut",
    lang: "id",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#0f766e",
    icons: [
      { src: "/ikon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/ikon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/ikon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/lokmin.svg", sizes: "any", type: "image/svg+xml" },
    ],
  };
}
