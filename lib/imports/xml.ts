import { SaxesParser } from "saxes";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  open: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

const mostMarks = 5_000_000;
const mostAttributes = 100;
const mostDepth = 100;
/** Characters from one mark to the next: a cell holds 32,767, each at most an entity of ten. */
const longestStep = 400_000;

/** @throws UnreadableWorkbook for what is no XML, and for more than any program writes */
export async function readXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const step = { length: 0 };
  const parser = boundedParser(handlers, step);
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    step.length += text.length;
    write(() => parser.write(text));
    if (step.length > longestStep) throw new UnreadableWorkbook("too big");
  }
  write(() => parser.write(decoder.decode()).close());
}

function boundedParser({ open, close, text }: XmlHandlers, step: { length: number }) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let marks = 0;
  let depth = 0;
  let attributes = 0;
  const count = () => {
    step.length = 0;
    marks += 1;
    if (marks > mostMarks) throw new UnreadableWorkbook("too big");
  };
  parser.on("opentagstart", () => {
    count();
    attributes = 0;
    depth += 1;
    if (depth > mostDepth) throw new UnreadableWorkbook("broken");
  });
  parser.on("attribute", () => {
    count();
    attributes += 1;
    if (attributes > mostAttributes) throw new UnreadableWorkbook("broken");
  });
  parser.on("opentag", (tag) => open(withoutPrefix(tag.name), tag.attributes));
  parser.on("closetag", (tag) => {
    count();
    depth -= 1;
    close?.(withoutPrefix(tag.name));
  });
  parser.on("text", (piece) => text?.(piece));
  parser.on("cdata", (piece) => text?.(piece));
  // A file that declares what it is made of may declare anything.
  parser.on("doctype", () => {
    throw new UnreadableWorkbook("broken");
  });
  return parser;
}

function write(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook("broken");
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function attributeOf(attributes: Attributes, name: string): string | null {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`) && !one.startsWith("xmlns:"));
  return key === undefined ? null : (attributes[key] ?? null);
}

/** @param take also gets whether there was any <v>, and whether the cell has a formula */
export function itemHandlers(
  item: string,
  take: (attributes: Attributes, text: string, has: { value: boolean; formula: boolean }) => void,
): XmlHandlers {
  let current: Attributes | null = null;
  let text = "";
  let isText = false;
  let isSpoken = false;
  let has = { value: false, formula: false };
  return {
    open(name, attributes) {
      if (name === item) {
        current = attributes;
        text = "";
        has = { value: false, formula: false };
      } else if (current && (name === "t" || name === "v")) {
        isText = true;
        has.value = true;
      } else if (name === "f") has.formula = true;
      else if (name === "rPh") isSpoken = true;
    },
    close(name) {
      if (name === item && current) {
        take(current, text, has);
        current = null;
      } else if (name === "t" || name === "v") isText = false;
      else if (name === "rPh") isSpoken = false;
    },
    text(piece) {
      if (isText && !isSpoken) text += piece;
    },
  };
}
