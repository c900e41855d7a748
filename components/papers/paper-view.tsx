import { PaperLetterhead } from "@/components/papers/letterhead";
import { PaperBlock } from "@/components/papers/paper-block";
import type { Paper } from "@/lib/papers/model";
import { headingLevels } from "@/lib/papers/render/headings";
import "./paper.css";

const pages = {
  A4: { portrait: "paper-a4", landscape: "paper-a4-landscape" },
  F4: { portrait: "paper-f4", landscape: "paper-f4-landscape" },
} as const;

/** A paper as a page: on screen a sheet that fits a phone, in print nothing but the paper. */
export function PaperView({ paper }: { paper: Paper }) {
  const levels = headingLevels(paper);
  return (
    <article aria-label={paper.title} className="paper">
      {paper.sections.map(({ orientation, letterhead, blocks }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections keep their order
        <section key={index} className={`paper-sheet ${pages[paper.size][orientation]}`}>
          {letterhead && <PaperLetterhead letterhead={letterhead} />}
          {blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks keep their order
            <PaperBlock key={place} block={block} level={levels.get(block) ?? 1} />
          ))}
          {index === paper.sections.length - 1 &&
            paper.notes.map((note) => (
              <p key={note} className="paper-note">
                {note}
              </p>
            ))}
        </section>
      ))}
    </article>
  );
}
