import { attributeOf, readXml } from "@/lib/imports/xml";

// A spreadsheet keeps a day and a percent as a number; only how the number is shown tells what it is.

export type NumberStyle = "day" | "percent" | "plain";

/** How a number in a cell of this style is shown. */
export type StyleOf = (style: string | undefined) => NumberStyle;

/** What the file of styles says; all is plain without one. */
export async function readNumberStyles(chunks: AsyncIterable<Buffer> | null): Promise<StyleOf> {
  const own = new Map<string, NumberStyle>();
  const styles: NumberStyle[] = [];
  let areCellStyles = false;
  if (chunks)
    await readXml(chunks, {
      open(name, attributes) {
        if (name === "cellXfs") areCellStyles = true;
        if (name !== "numFmt" && name !== "xf") return;
        const id = attributeOf(attributes, "numFmtId") ?? "";
        if (name === "numFmt") own.set(id, styleOfFormat(attributeOf(attributes, "formatCode") ?? ""));
        else if (areCellStyles) styles.push(own.get(id) ?? builtInStyle(Number(id)));
      },
      close(name) {
        if (name === "cellXfs") areCellStyles = false;
      },
    });
  return (style) => (style === undefined ? "plain" : (styles[Number(style)] ?? "plain"));
}

/** The numbers of ECMA-376, 18.8.30, with those of East Asian Excel. */
function builtInStyle(id: number): NumberStyle {
  if (id === 9 || id === 10) return "percent";
  const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDay ? "day" : "plain";
}

/** "dd/mm/yyyy", "[$-421]d mmmm yyyy;@", 'd "bulan" m': letters of days and times only, and no place of a digit. */
export function styleOfFormat(code: string): NumberStyle {
  // Excel takes 255 characters.
  const bare = code
    .slice(0, 255)
    .toLowerCase()
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, "");
  if (bare.split(";").some((part) => /[dmyhs]/.test(part) && !/[0#?%]|[b-z]/.test(part.replace(/[dmyhspe]/g, ""))))
    return "day";
  return bare.includes("%") ? "percent" : "plain";
}
