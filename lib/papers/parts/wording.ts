import type { PaperSettings, WordingPart } from "@/lib/papers/definition";

/** A part of a paper as the office words it, with its placeholders filled; an empty value leaves no gap behind. */
export function worded<Part extends string>(
  settings: PaperSettings,
  parts: Record<Part, WordingPart>,
  part: Part,
  values: Record<string, string>,
): string {
  const text = settings.wording[part] ?? parts[part].text;
  return text.replace(/\{([a-z_]{1,40})\}/g, (braced, name: string) => values[name] ?? braced).replace(/ {2,}/g, " ");
}

/** The text between blank lines, each a paragraph. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
