export type Stack = { key: string; share: number; look: "full" | "striped" | "dark" | "empty" };

/** Parts of a whole in one small bar, told apart by full, striped, dark and empty also in grey print; its words are beside it. */
export function StackedBar({ stacks, patternId }: { stacks: readonly Stack[]; patternId: string }) {
  let from = 0;
  return (
    <svg aria-hidden="true" className="block h-4 w-full [print-color-adjust:exact]">
      <rect width="100%" height="100%" className="fill-sunken stroke-edge" strokeWidth="2" />
      {stacks.map(({ key, share, look }) => {
        const x = from;
        from += share * 100;
        if (look === "empty" || share === 0) return null;
        return (
          <rect
            key={key}
            x={`${x}%`}
            width={`${share * 100}%`}
            height="100%"
            {...(look === "striped" ? { fill: `url(#${patternId})` } : {})}
            className={`stroke-edge ${look === "full" ? "fill-edge" : look === "dark" ? "fill-ink" : ""}`}
          />
        );
      })}
    </svg>
  );
}

/** The stripes of a page's bars: once on each page. */
export function Stripes({ id }: { id: string }) {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <pattern id={id} width="7" height="16" patternUnits="userSpaceOnUse">
        <rect width="7" height="16" className="fill-sunken" />
        <rect width="3" height="16" className="fill-edge" />
      </pattern>
    </svg>
  );
}
