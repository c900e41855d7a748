"use client";

import { usePathname } from "next/navigation";
import { TabRow } from "@/components/tab-row";
import type { MeetingKind } from "@/prisma/generated/enums";

const rooms = [
  { path: "", label: "Ringkasan" },
  { path: "/undangan", label: "Undangan" },
  { path: "/kehadiran", label: "Kehadiran" },
  { path: "/janji", label: "RTL lalu" },
  { path: "/masalah", label: "Masalah" },
  { path: "/notulen", label: "Notulen" },
  { path: "/rtl", label: "RTL" },
  { path: "/dokumen", label: "Dokumen" },
  { path: "/pengesahan", label: "Pengesahan" },
  { path: "/riwayat", label: "Riwayat" },
] as const;

/** A visit has its checklist and findings instead. */
const ofVisit = [
  { path: "", label: "Ringkasan" },
  { path: "/kehadiran", label: "Kehadiran" },
  { path: "/periksa", label: "Daftar periksa" },
  { path: "/temuan", label: "Temuan" },
  { path: "/rtl", label: "RTL" },
  { path: "/janji", label: "RTL lalu" },
  { path: "/notulen", label: "Notulen" },
  { path: "/foto", label: "Foto" },
  { path: "/dokumen", label: "Dokumen" },
  { path: "/pengesahan", label: "Pengesahan" },
  { path: "/undangan", label: "Undangan" },
  { path: "/riwayat", label: "Riwayat" },
] as const;

/** A training has its programme as well. */
const ofTraining = [
  { path: "", label: "Ringkasan" },
  { path: "/pelatihan", label: "Pelatihan" },
  { path: "/sesi", label: "Sesi" },
  { path: "/simulasi", label: "Simulasi" },
  { path: "/tes", label: "Tes" },
  { path: "/evaluasi", label: "Evaluasi" },
  { path: "/sertifikat", label: "Sertifikat" },
  ...rooms.filter(({ path }) => path !== ""),
] as const;

/** Pages that stand beside a room and belong to it. */
const annexes: Record<string, string> = {
  "": "/ubah",
  "/undangan": "/kirim",
  "/dokumen": "/surat",
  "/pengesahan": "/foto",
};

/** The rooms of one meeting. */
export function MeetingTabs({ id, kind }: { id: string; kind: MeetingKind }) {
  const isVisit = kind === "COACHING_VISIT";
  const base = `/kegiatan/${id}`;
  const within = usePathname().slice(base.length);
  const tabs = (isVisit ? ofVisit : kind === "KALAKARYA" ? ofTraining : rooms).map(({ path, label }) => {
    const annex = isVisit && path === "/pengesahan" ? undefined : annexes[path];
    const isHere = path === "" ? within === "" : within.startsWith(path);
    return { href: `${base}${path}`, label, isHere: isHere || (annex !== undefined && within.startsWith(annex)) };
  });
  return <TabRow label="Bagian kegiatan" tabs={tabs} />;
}
