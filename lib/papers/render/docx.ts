import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { Paper, Section } from "@/lib/papers/model";
import { blockChildren, letterheadChildren, orderedList } from "@/lib/papers/render/docx-blocks";
import { type DrawPicture, docxPictures } from "@/lib/papers/render/docx-pictures";
import { cleanText, paragraph, runsOf, twipsPerMillimetre, usualLine } from "@/lib/papers/render/docx-text";
import { headingLevels } from "@/lib/papers/render/headings";
import type { KeptPicture } from "@/lib/papers/render/pictures";
import { margins, sheetOf } from "@/lib/papers/render/sheet";

export async function renderDocx(paper: Paper, pictures: ReadonlyMap<string, KeptPicture>): Promise<Buffer> {
  const draw = await docxPictures(pictures);
  const levels = headingLevels(paper);
  const sections: ISectionOptions[] = [];
  for (const [index, section] of paper.sections.entries())
    sections.push(await sectionOptions(section, { paper, draw, levels, isLast: index === paper.sections.length - 1 }));
  const document = new Document({
    title: cleanText(paper.title),
    creator: cleanText(paper.organisation),
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: 22, language: { value: "id-ID" } },
          paragraph: { spacing: { line: usualLine, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    numbering: { config: [{ reference: orderedList, levels: [numbers] }] },
    sections,
  });
  return Packer.toBuffer(document);
}

const numbers = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: "%1.",
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 400, hanging: 400 } } },
} as const;

type Context = {
  paper: Paper;
  draw: DrawPicture;
  levels: ReturnType<typeof headingLevels>;
  isLast: boolean;
};

const twips = (millimetres: number) => Math.round(millimetres * twipsPerMillimetre);

async function sectionOptions(section: Section, { paper, draw, levels, isLast }: Context): Promise<ISectionOptions> {
  const { orientation, letterhead, blocks } = section;
  // The package turns a sheet itself.
  const upright = sheetOf(paper.size, "portrait");
  const { textWidth } = sheetOf(paper.size, orientation);
  const children: ISectionOptions["children"][number][] = letterhead
    ? letterheadChildren(letterhead, textWidth, draw)
    : [];
  for (const [place, block] of blocks.entries()) {
    const context = { width: textWidth, draw, level: levels.get(block) ?? 1, list: place, next: blocks[place + 1] };
    children.push(...(await blockChildren(block, context)));
  }
  if (isLast) children.push(...paper.notes.map((note) => paragraph(runsOf(note, { size: 17 }), { before: 6 })));
  return {
    properties: {
      page: {
        size: {
          width: twips(upright.width),
          height: twips(upright.height),
          orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(margins.left),
          right: twips(margins.right),
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          footer: twips(10),
        },
      },
    },
    footers: { default: new Footer({ children: [pageNumbers()] }) },
    children,
  };
}

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ size: 16, children: ["Halaman ", PageNumber.CURRENT, " dari ", PageNumber.TOTAL_PAGES] })],
  });
}
