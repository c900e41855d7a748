import type { PaperSettings, WordingPart } from "@/lib/papers/definition";
import type { Block } from "@/lib/papers/model";
import { fillWording } from "@/lib/papers/wording";

export function worded<Part extends string>(
  settings: PaperSettings,
  parts: Record<Part, WordingPart>,
  part: Part,
  values: Record<string, string>,
): string {
  return fillWording(settings.wording[part] ?? parts[part].text, values);
}

export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

export function letterParagraphs(text: string): Block[] {
  return paragraphsOf(text).map((paragraph) => ({
    type: "paragraph",
    text: paragraph,
    align: "justify",
    indent: true,
  }));
}
