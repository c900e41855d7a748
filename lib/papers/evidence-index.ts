import { type Contents, readContents } from "@/lib/evidence-pack/contents";
import { elements, partStateNames } from "@/lib/evidence-pack/rules";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { formatMoment } from "@/lib/time";

function compose(contents: Contents, settings: PaperSettings): Paper {
  const { place, asOf } = contents;
  const title = `Daftar bukti akreditasi ${place.name} tahun ${place.year}`;
  return {
    title,
    organisation: place.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["DAFTAR BUKTI AKREDITASI", `${place.name.toUpperCase()} TAHUN ${place.year}`] },
          ...(asOf ? [paragraph(`Dibuat dari keadaan ${formatMoment(asOf, place.timeZone)}.`)] : []),
          { type: "heading", level: 2, text: "Yang masih kurang" },
          ...gapBlocks(contents),
          ...elements.flatMap((element) => elementBlocks(contents, element)),
        ],
      },
    ],
    notes: [],
  };
}

const paragraph = (text: string): Block => ({ type: "paragraph", text });

function gapBlocks({ gaps }: Contents): Block[] {
  if (gaps.length === 0) return [paragraph("Tidak ada.")];
  return [
    {
      type: "table",
      caption: "Yang masih kurang",
      columns: [
        { head: "EP", width: 12 },
        { head: "Kegiatan", width: 38 },
        { head: "Yang kurang", width: 50 },
      ],
      rows: gaps.map(({ ep, meeting, text }) => [ep, meeting, text]),
    },
  ];
}

function elementBlocks({ parts }: Contents, { ep, text }: (typeof elements)[number]): Block[] {
  const own = parts.filter((part) => part.ep === ep);
  const heading: Block = { type: "heading", level: 2, text: `EP ${ep}` };
  if (own.length === 0) return [heading, paragraph(text), paragraph("Belum ada.")];
  return [
    heading,
    paragraph(text),
    {
      type: "table",
      caption: `Bukti EP ${ep}`,
      columns: [
        { head: "Kegiatan", width: 45 },
        { head: "Bukti", width: 40 },
        { head: "Status", width: 15 },
      ],
      rows: own.map((part) => [part.meeting, part.title, partStateNames[part.state]]),
    },
  ];
}

export const evidenceIndex: PaperDefinition<Contents> = {
  kind: "evidence-index",
  slug: "daftar-bukti",
  name: "Daftar bukti akreditasi",
  subject: "year",
  formats: ["pdf", "docx"],
  isLetter: false,
  wording: {},
  read: readContents,
  organisationId: ({ place }) => place.puskesmasId,
  compose,
  fields: ({ place }) => ({ values: { puskesmas: place.name, tahun: `${place.year}` }, lists: {} }),
  missing: () => [],
};
