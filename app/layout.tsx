import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { TranslatedPage } from "@/components/shell/translated-page";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Lokmin", template: "%s · Lokmin" },
  description: "Lokakarya mini puskesmas: undangan, kehadiran, dan rencana tindak lanjut",
  robots: { index: false, follow: false },
  manifest: "/manifest.webmanifest",
  icons: { icon: "/lokmin.svg", apple: "/ikon-apple.png" },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

// Every page is somebody's own, and the nonce of its scripts is made per request.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id">
      <body>
        <TranslatedPage />
        {children}
      </body>
    </html>
  );
}
