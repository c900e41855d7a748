"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

const rooms = [
  { path: "", label: "Ringkasan" },
  { path: "/undangan", label: "Undangan" },
  { path: "/kehadiran", label: "Kehadiran" },
  { path: "/janji", label: "Janji lalu" },
  { path: "/masalah", label: "Masalah" },
  { path: "/notulen", label: "Notulen" },
  { path: "/rtl", label: "RTL" },
  { path: "/pengesahan", label: "Pengesahan" },
  { path: "/riwayat", label: "Riwayat" },
] as const;

/** The rooms of one meeting. */
export function MeetingTabs({ id }: { id: string }) {
  const path = usePathname();
  const base = `/kegiatan/${id}`;
  const list = useRef<HTMLUListElement>(null);
  // On a phone the room one is in may lie beyond the edge of the row.
  useEffect(() => {
    if (path)
      list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav aria-label="Bagian kegiatan" className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul ref={list} className="flex">
        {rooms.map((room) => {
          const href = `${base}${room.path}`;
          const isHere =
            room.path === ""
              ? path === base || path === `${base}/ubah`
              : path.startsWith(href) ||
                (room.path === "/undangan" && path.startsWith(`${base}/kirim`)) ||
                (room.path === "/pengesahan" && path.startsWith(`${base}/foto`));
          return (
            <li key={room.label}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isHere ? "page" : undefined}
                className="flex min-h-11 items-center whitespace-nowrap border-b-3 border-transparent px-2 text-sm text-muted no-underline sm:px-3 sm:text-base hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
              >
                {room.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
