import { attributeOf, readXml } from "@/lib/imports/xml";

export type NumberStyle = "day" | "percent" | "plain";

export type StyleOf = (style: string | undefined) => NumberStyle;

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

function builtInStyle(id: number): NumberStyle {
  if (id === 9 || id === 10) return "percent";
  const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDay ? "day" : "plain";
}

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
