"use client";

import { usePathname } from "next/navigation";
import { TabRow } from "@/components/tab-row";

const places = [
  { path: "/capaian", label: "Tabel" },
  { path: "/capaian/wilayah", label: "Perbandingan", dinkesOnly: true },
  { path: "/capaian/isi", label: "Isi capaian" },
  { path: "/capaian/puskesmas", label: "Per puskesmas" },
  { path: "/capaian/target", label: "Target" },
  { path: "/capaian/sasaran", label: "Sasaran" },
  { path: "/capaian/indikator", label: "Indikator" },
  { path: "/impor/capaian", label: "Impor", writersOnly: true },
] as const;

type Props = { canWrite: boolean; isDinkes?: boolean; query?: string };

/** Where figures per desa are seen, entered and defined. */
export function FigureTabs({ canWrite, isDinkes = false, query = "" }: Props) {
  const path = usePathname();
  const tabs = places
    .filter((place) => (canWrite || !("writersOnly" in place)) && (isDinkes || !("dinkesOnly" in place)))
    .map((place) => ({ href: `${place.path}${query}`, label: place.label, isHere: isWithin(path, place.path) }));
  return <TabRow label="Bagian capaian" tabs={tabs} />;
}

function isWithin(path: string, place: string): boolean {
  return path === place || (place !== "/capaian" && path.startsWith(`${place}/`));
}
