import { PaperSignatures } from "@/components/papers/paper-signatures";
import { PaperTable } from "@/components/papers/paper-table";
import { PaperText } from "@/components/papers/paper-text";
import { PaperPicture } from "@/components/papers/picture";
import type { Block } from "@/lib/papers/model";

const aligned = { left: "", center: "text-center", right: "text-right", justify: "paper-justify" } as const;
const pictureGrids = { 1: "paper-pictures-1", 2: "paper-pictures-2", 3: "paper-pictures-3" } as const;

/** @param level of a title or heading: 1 is the page's own */
export function PaperBlock({ block, level }: { block: Block; level: number }) {
  switch (block.type) {
    case "title":
      return <h1 className="paper-title">{block.lines.join("\n")}</h1>;
    case "heading":
      return <Heading level={level} text={block.text} />;
    case "paragraph":
      return (
        <p className={`paper-paragraph ${aligned[block.align ?? "left"]} ${block.indent ? "paper-first-line" : ""}`}>
          <PaperText text={block.text} />
        </p>
      );
    case "list":
      return <List block={block} />;
    case "facts":
      return <Facts rows={block.rows} indent={block.indent} />;
    case "letterOpening":
      return <LetterOpening block={block} />;
    case "table":
      return <PaperTable table={block} />;
    case "signatures":
      return <PaperSignatures block={block} />;
    case "pictures":
      return <Pictures block={block} />;
    case "drawing":
      return <Drawing block={block} />;
    case "pageBreak":
      return <div className="paper-break" />;
  }
}

function Heading({ level, text }: { level: number; text: string }) {
  const Tag = level === 1 ? "h1" : level === 2 ? "h2" : level === 3 ? "h3" : "h4";
  return <Tag className="paper-heading">{text}</Tag>;
}

function List({ block: { ordered, items } }: { block: Extract<Block, { type: "list" }> }) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag className={`paper-list ${ordered ? "list-decimal" : "list-disc"}`}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items keep their order
        <li key={index}>
          <PaperText text={item} />
        </li>
      ))}
    </Tag>
  );
}

type FactRows = Extract<Block, { type: "facts" }>["rows"];

function Facts({ rows, indent }: { rows: FactRows; indent?: boolean | undefined }) {
  return (
    <dl className={`paper-facts ${indent ? "paper-indent" : ""}`}>
      {rows.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <PaperText text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LetterOpening({ block }: { block: Extract<Block, { type: "letterOpening" }> }) {
  return (
    <div className="paper-opening">
      <p className="paper-place-day">{block.placeAndDay}</p>
      <Facts rows={block.reference} />
      <p className="paper-addressees">{block.addressees.join("\n")}</p>
    </div>
  );
}

function Pictures({ block: { columns, items } }: { block: Extract<Block, { type: "pictures" }> }) {
  return (
    <div className={`paper-pictures ${pictureGrids[columns]}`}>
      {items.map(({ picture, caption }) => (
        <figure key={picture.documentId}>
          <PaperPicture picture={picture} className="paper-photo" />
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Drawing({ block: { svg, alt } }: { block: Extract<Block, { type: "drawing" }> }) {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, "utf8").toString("base64")}`;
  // biome-ignore lint/performance/noImgElement: a drawing in the page itself
  return <img src={source} alt={alt} className="paper-drawing" />;
}
