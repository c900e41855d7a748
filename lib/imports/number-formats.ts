import { attributeReader, scanXml } from "@/lib/imports/xml";

// A spreadsheet keeps a day as a number; only how the number is shown tells that it is one.

const formatIdIn = attributeReader("numFmtId");
const codeIn = attributeReader("formatCode");

/** Whether a number in a cell of this style is a day. */
export type IsDay = (style: string | null) => boolean;

/** What the file of styles says; none at all without one. */
export function readDayStyles(xml: string | null): IsDay {
  const ownDays = new Map<string, boolean>();
  const days: boolean[] = [];
  let areCellStyles = false;
  scanXml(xml ?? "", (name, kind, attributes) => {
    if (name === "cellXfs") areCellStyles = kind === "open";
    if (kind === "close" || (name !== "numFmt" && name !== "xf")) return;
    const id = formatIdIn(attributes) ?? "";
    if (name === "numFmt") ownDays.set(id, isDayFormat(codeIn(attributes) ?? ""));
    else if (areCellStyles) days.push(ownDays.get(id) ?? isBuiltInDay(Number(id)));
  });
  return (style) => style !== null && days[Number(style)] === true;
}

/** The numbers of ECMA-376, 18.8.30, with those of East Asian Excel. */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** "dd/mm/yyyy", "[$-421]d mmmm yyyy;@", 'd "bulan" m': letters of days and times only, and no place of a digit. */
export function isDayFormat(code: string): boolean {
  // Excel takes 255 characters.
  const bare = code
    .slice(0, 255)
    .toLowerCase()
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, "");
  return bare.split(";").some((part) => /[dmyhs]/.test(part) && !/[0#?%]|[b-z]/.test(part.replace(/[dmyhspe]/g, "")));
}
