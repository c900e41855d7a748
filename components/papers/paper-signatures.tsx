import { PaperPicture } from "@/components/papers/picture";
import type { Block, Signatory } from "@/lib/papers/model";

const grids = { 1: "paper-parties-1", 2: "paper-parties-2", 3: "paper-parties-3" } as const;

export function PaperSignatures({ block }: { block: Extract<Block, { type: "signatures" }> }) {
  const { columns, parties, placeAndDay } = block;
  const grid = columns >= 3 ? grids[3] : columns === 2 ? grids[2] : grids[1];
  return (
    <div className="paper-signatures">
      {placeAndDay && <p className="paper-place-day">{placeAndDay}</p>}
      <div className={`paper-parties ${grid} ${parties.length === 1 ? "paper-parties-single" : ""}`}>
        {parties.map((party, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: signatories keep their order
          <Party key={index} party={party} />
        ))}
      </div>
    </div>
  );
}

function Party({ party: { above, picture, name, below } }: { party: Signatory }) {
  return (
    <div className="paper-party">
      {above.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="paper-party-room">
        {picture && <PaperPicture picture={picture} className="paper-signature" />}
      </div>
      {name ? <p className="paper-party-name">{name}</p> : <p className="paper-party-line" />}
      {below.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
