"use client";

import { usePathname } from "next/navigation";
import { TabRow } from "@/components/tab-row";

const parts = [
  { path: "", label: "Cakupan" },
  { path: "/kunjungan", label: "Kunjungan" },
  { path: "/temuan", label: "Temuan & RTL" },
  { path: "/fasilitator", label: "Fasilitator" },
  { path: "/daftar-periksa", label: "Daftar periksa" },
];

/** The parts of one programme. */
export function ProgrammeTabs({ id, canChange }: { id: string; canChange: boolean }) {
  const base = `/program/${id}`;
  const within = usePathname().slice(base.length);
  const all = canChange ? [...parts, { path: "/ubah", label: "Ubah" }] : parts;
  const tabs = all.map(({ path, label }) => ({
    ...{ href: `${base}${path}`, label },
    isHere: path === "" ? within === "" : within.startsWith(path),
  }));
  return <TabRow label="Bagian program" tabs={tabs} />;
}
