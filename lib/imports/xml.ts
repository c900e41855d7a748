import { UnreadableWorkbook } from "@/lib/imports/unreadable";

// Only as much XML as a workbook is made of. Each character is looked at once and nothing is kept, whatever the
// file is like: no tree, no list of attributes, no entities of its own.

export type TagKind = "open" | "close" | "empty";

/** Tags and entities: a sheet of 60,000 figures has two million. */
const mostMarks = 4_000_000;
/** Up to the end of a tag: a cell holds 32,767 characters, each at most an entity of ten. */
const longestStep = 400_000;

/**
 * Goes through a file from tag to tag.
 * @param onTag gets the name without its prefix, and the attributes as they are written
 * @throws UnreadableWorkbook for what is no XML, and for more than any program writes
 */
export function scanXml(
  xml: string,
  onTag: (name: string, kind: TagKind, attributes: string) => void,
  onText: (text: string) => void = () => {},
): void {
  let depth = 0;
  let marks = 0;
  const count = () => {
    marks += 1;
    if (marks > mostMarks) throw new UnreadableWorkbook("too big");
  };
  let at = 0;
  for (let start = xml.indexOf("<"); start >= 0; start = xml.indexOf("<", at)) {
    count();
    const end = endOfTag(xml, start);
    if (end - at > longestStep) throw new UnreadableWorkbook("too big");
    if (start > at) onText(withoutEntities(xml.slice(at, start), count));
    at = end;
    const sign = xml.charAt(start + 1);
    if (sign === "!" && xml.startsWith(cdata, start)) onText(xml.slice(start + cdata.length, end - 3));
    if (sign === "?" || sign === "!") continue;
    const kind = sign === "/" ? "close" : xml.charAt(end - 2) === "/" ? "empty" : "open";
    depth += { open: 1, empty: 0, close: -1 }[kind];
    const nameStart = kind === "close" ? start + 2 : start + 1;
    const nameEnd = endOfName(xml, nameStart);
    const name = xml.slice(nameStart, nameEnd);
    onTag(name.slice(name.indexOf(":") + 1), kind, xml.slice(nameEnd, end - 1));
  }
  if (depth !== 0) throw new UnreadableWorkbook("broken");
}

const cdata = "<![CDATA[";

/** What a tag says under a name; the name's own prefix does not matter. */
export function attributeReader(name: string): (attributes: string) => string | null {
  const pattern = new RegExp(`\\s(?!xmlns:)(?:[\\w.-]{1,40}:)?${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)')`);
  return (attributes) => {
    const found = pattern.exec(attributes);
    return found ? withoutEntities(found[1] ?? found[2] ?? "") : null;
  };
}

/**
 * Every element of a name with its attributes and the text of its <t> and <v>, but for what only says how it is
 * pronounced.
 */
export function readItems(xml: string, item: string, take: (attributes: string, text: string) => void): void {
  let current: string | null = null;
  let text = "";
  let isText = false;
  let isSpoken = false;
  scanXml(
    xml,
    (name, kind, attributes) => {
      if (name === item) {
        if (kind !== "close") {
          current = attributes;
          text = "";
        }
        if (kind !== "open" && current !== null) {
          take(current, text);
          current = null;
        }
      } else if (name === "t" || name === "v") isText = kind === "open" && current !== null;
      else if (name === "rPh") isSpoken = kind === "open";
    },
    (piece) => {
      if (isText && !isSpoken) text += piece;
    },
  );
}

/** Behind whatever begins here: a tag, a remark, a stretch of plain text or an instruction. */
function endOfTag(xml: string, start: number): number {
  if (xml.startsWith("<?", start)) return after(xml, "?>", start);
  if (xml.startsWith("<!--", start)) return after(xml, "-->", start);
  if (xml.startsWith(cdata, start)) return after(xml, "]]>", start);
  // A file that declares what it is made of may declare anything.
  if (xml.startsWith("<!", start)) throw new UnreadableWorkbook("broken");
  for (let at = start + 1; at < xml.length; at++) {
    const sign = xml.charAt(at);
    if (sign === ">") return at + 1;
    if (sign === '"' || sign === "'") at = after(xml, sign, at + 1) - 1;
  }
  throw new UnreadableWorkbook("broken");
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new UnreadableWorkbook("broken");
  return at + mark.length;
}

function endOfName(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code > 32 && code !== 47 && code !== 62; code = xml.charCodeAt(at)) at += 1;
  return at;
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function withoutEntities(text: string, count: () => void = () => {}): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,4}));/gi, (whole, hex, decimal, name) => {
    count();
    if (name) return entities.get(name) ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
  });
}
