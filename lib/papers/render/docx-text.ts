import { AlignmentType, LineRuleType, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { Align, Text } from "@/lib/papers/model";

export const twipsPerMillimetre = 1440 / 25.4;

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, unknown>;

/** In 240ths of a line; without its rule said, LibreOffice cuts pictures to the height of one. */
export const usualLine = 264;

export type Look = { size?: number; bold?: boolean; underline?: boolean };

/** The words of a text, its lines kept; characters that no document may hold are left out. */
export function runsOf(text: Text, look: Look = {}): TextRun[] {
  const runs = typeof text === "string" ? [{ text }] : text;
  return runs.flatMap((run) => {
    const style = {
      // Word's own headings are blue.
      color: "000000",
      ...(look.size ? { size: look.size } : {}),
      bold: look.bold || ("bold" in run && run.bold === true),
      italics: "italic" in run && run.italic === true,
      ...(look.underline || ("underline" in run && run.underline) ? { underline: {} } : {}),
    };
    return cleanText(run.text)
      .split("\n")
      .map((line, index) => new TextRun({ text: line, ...style, ...(index > 0 ? { break: 1 } : {}) }));
  });
}

export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}

type Setting = {
  align?: Align;
  before?: number;
  after?: number;
  keepNext?: boolean;
  indent?: number;
  firstLine?: number;
  isDense?: boolean;
};

/** Spaces in points, indents in millimetres. */
export function paragraph(children: readonly ParagraphChild[], setting: Setting = {}): Paragraph {
  const {
    align = "left",
    before = 0,
    after = 0,
    keepNext = false,
    indent = 0,
    firstLine = 0,
    isDense = false,
  } = setting;
  return new Paragraph({
    children,
    alignment: alignments[align],
    keepNext,
    spacing: { before: before * 20, after: after * 20, line: isDense ? 240 : usualLine, lineRule: LineRuleType.AUTO },
    indent: { left: Math.round(indent * twipsPerMillimetre), firstLine: Math.round(firstLine * twipsPerMillimetre) },
  });
}
