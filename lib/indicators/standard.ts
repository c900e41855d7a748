import { standardPws } from "@/lib/indicators/standard-pws";
import { standardSpm } from "@/lib/indicators/standard-spm";
import type { StandardIndicator } from "@/lib/indicators/standard-type";

export const standardGroups: readonly { id: string; title: string; lead: string; indicators: StandardIndicator[] }[] = [
  {
    id: "spm",
    title: "Standar Pelayanan Minimal",
    lead: "Dua belas pelayanan dasar kabupaten dan kota: Permenkes 6/2024, sebelumnya Permenkes 4/2019.",
    indicators: standardSpm,
  },
  {
    id: "pws",
    title: "PWS dan program yang biasa dipantau",
    lead: "Yang paling sering dibicarakan di Lokmin, dengan sumber definisinya masing-masing.",
    indicators: standardPws,
  },
];

export function definitionWithSource({ definition, source }: Pick<StandardIndicator, "definition" | "source">): string {
  return `${definition} Sumber: ${source}.`;
}
