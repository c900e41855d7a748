import type { LetterFacts } from "@/lib/letters/facts";
import type { PaperSettings, WordingPart } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { known } from "@/lib/papers/parts/blocks";
import { copiesBlocks, letterOpening, signatoryBlock } from "@/lib/papers/parts/letter";
import type { OfficeFacts } from "@/lib/papers/parts/meeting";
import { letterParagraphs, worded } from "@/lib/papers/parts/wording";

type EscalationLetter = {
  title: string;
  from: OfficeFacts;
  to: OfficeFacts;
  letter: LetterFacts;
  wording: Record<"opening" | "closing", WordingPart>;
  values: Record<string, string>;
  facts: Parameters<typeof known>[0];
  /** After the facts: what is said in one's own words. */
  body?: Block[];
};

/** A letter about an escalation, of the puskesmas or of the Dinkes: both are laid out alike. */
export function escalationLetterPaper(about: EscalationLetter, settings: PaperSettings): Paper {
  const { title, from, to, letter, wording, values, facts, body = [] } = about;
  const said = (part: "opening" | "closing") => letterParagraphs(worded(settings, wording, part, values));
  return {
    title,
    organisation: from.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          letterOpening(letter, [`Yth. Kepala ${to.name}`, "di –", to.place]),
          ...said("opening"),
          { type: "facts", rows: known(facts), indent: true },
          ...body,
          ...said("closing"),
          { type: "signatures", columns: 2, parties: [signatoryBlock(letter)] },
          ...copiesBlocks(letter),
        ],
      },
    ],
    notes: [],
  };
}
