import { PaperPicture } from "@/components/papers/picture";
import type { Letterhead } from "@/lib/papers/model";

export function PaperLetterhead({ letterhead: { lines, contact, left, right } }: { letterhead: Letterhead }) {
  return (
    <header className="paper-kop">
      {left && <PaperPicture picture={left} className="paper-logo" />}
      <div className="paper-kop-lines">
        {lines.map((line, index) => (
          <p key={line} className={index === lines.length - 1 ? "paper-kop-office" : ""}>
            {line}
          </p>
        ))}
        {contact.map((line) => (
          <p key={line} className="paper-kop-contact">
            {line}
          </p>
        ))}
      </div>
      {right && <PaperPicture picture={right} className="paper-logo" />}
    </header>
  );
}
