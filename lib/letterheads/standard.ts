import { capital } from "@/lib/area-words/local";
import { wordFor } from "@/lib/area-words/words";
import type { OrganisationKind } from "@/prisma/generated/enums";

export type Office = {
  kind: OrganisationKind;
  name: string;
  address: string | null;
  area: { name: string };
  parent: { name: string; area: { name: string } } | null;
};

export type LetterheadText = { lines: string[]; contact: string[] };

/** The letterhead of an office that has not made its own: what is known of it, from the highest office down. */
export function standardLetterhead(office: Office): LetterheadText {
  return {
    lines: linesOf(office).map((line) => line.toLocaleUpperCase("id")),
    contact: office.address ? [office.address] : [],
  };
}

function linesOf({ kind, name, area, parent }: Office): string[] {
  if (kind === "MINISTRY") return ["Kementerian Kesehatan Republik Indonesia"];
  if (kind === "PROVINCIAL_DINKES") return [`Pemerintah Provinsi ${area.name}`, "Dinas Kesehatan"];
  if (kind === "DISTRICT_DINKES") return [`Pemerintah ${area.name}`, "Dinas Kesehatan"];
  return [
    ...(parent ? [`Pemerintah ${parent.area.name}`, "Dinas Kesehatan"] : []),
    kind === "PUSKESMAS" ? withUptd(name) : name,
  ];
}

function withUptd(name: string): string {
  return /^uptd?\b/i.test(name) ? name : `UPTD ${name}`;
}

export function kecamatanLetterhead(area: {
  code: string;
  name: string;
  parent: { name: string } | null;
}): LetterheadText {
  const lines = [
    `Pemerintah ${area.parent?.name ?? "Kabupaten"}`,
    `${capital(wordFor(area.code, "district").word)} ${area.name}`,
  ];
  return { lines: lines.map((line) => line.toLocaleUpperCase("id")), contact: [] };
}
