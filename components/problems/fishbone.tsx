import { causeGroupNames } from "@/lib/problems/rules";
import { causeGroups } from "@/lib/problems/schema";
import { type Cause, CauseList } from "./cause-list";
import { type Bone, type Fishbone as Drawing, type Line, layFishbone } from "./fishbone-layout";

type Props = { statement: string; causes: readonly Cause[] };

/** The fishbone of one problem: drawn where there is room and on paper, a list on a phone. */
export function Fishbone({ statement, causes }: Props) {
  const drawing = layFishbone(statement, causes);
  return (
    <>
      <Picture drawing={drawing} label={inWords(statement, causes)} />
      <CauseList causes={causes} className={drawing.isCut ? "md:mt-4" : "md:hidden print:hidden"} />
    </>
  );
}

function inWords(statement: string, causes: readonly Cause[]): string {
  const groups = causeGroups.flatMap((group) => {
    const texts = causes.filter((cause) => cause.group === group).map((cause) => cause.text);
    return texts.length > 0 ? [`${causeGroupNames[group]}: ${texts.join("; ")}`] : [];
  });
  return `Diagram tulang ikan. Masalah: ${statement}. ${groups.join(". ")}`;
}

function Picture({ drawing, label }: { drawing: Drawing; label: string }) {
  const { width, height, spine, head, bones } = drawing;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="hidden h-auto w-full max-w-4xl md:block print:block"
      fontSize="14"
    >
      <path d={`M${spine.from} ${spine.y}H${spine.to}`} className="stroke-ink" strokeWidth="3" fill="none" />
      {bones.map((bone) => (
        <BonePart key={bone.group} bone={bone} />
      ))}
      <rect
        x={head.x}
        y={head.y}
        width={head.width}
        height={head.height}
        rx="6"
        className="fill-accent-soft stroke-accent"
        strokeWidth="2"
      />
      <text className="fill-ink" fontSize="17" fontWeight="600">
        <Lines lines={head.lines} />
      </text>
    </svg>
  );
}

function BonePart({ bone: { group, root, tip, twigs } }: { bone: Bone }) {
  const isBelow = tip.y > root.y;
  return (
    <g>
      <path d={`M${tip.x} ${tip.y}L${root.x} ${root.y}`} className="stroke-ink" strokeWidth="2" fill="none" />
      <text
        x={tip.x}
        y={isBelow ? tip.y + 19 : tip.y - 8}
        textAnchor="middle"
        fontSize="16"
        fontWeight="700"
        className={twigs.length > 0 ? "fill-ink" : "fill-muted"}
      >
        {causeGroupNames[group]}
      </text>
      {twigs.map(({ lines, from, to }) => (
        <g key={`${from.y}`}>
          <path d={`M${from.x} ${from.y}H${to.x}`} className="stroke-edge" strokeWidth="1.2" fill="none" />
          <text className="fill-ink">
            <Lines lines={lines} />
          </text>
        </g>
      ))}
    </g>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return lines.map(({ words, x, y }) => (
    <tspan key={y} x={x} y={y}>
      {words}
    </tspan>
  ));
}
