import { Fragment } from "react";
import { ScrollBox } from "@/components/scroll-box";
import type { ListedPack, ListedPart } from "@/lib/evidence-pack/reads";
import { elements, partStateNames } from "@/lib/evidence-pack/rules";

/** What is in the ZIP, and what could not be put into it and why. */
export function PackParts({ pack }: { pack: ListedPack }) {
  return (
    <section aria-labelledby="isi">
      <h2 id="isi" className="mb-2">
        Isi berkas
      </h2>
      {elements.map(({ ep, text }) => {
        const own = pack.parts.filter((part) => part.ep === ep);
        const failed = own.filter(({ state }) => state === "FAILED").length;
        return (
          <details key={ep} className="border-t border-line py-2">
            <summary className="min-h-11">
              <span className="font-semibold">EP {ep}</span>: {text}.{" "}
              <span className="text-muted">
                {own.length - failed} bagian{failed > 0 ? `, ${failed} tidak ada` : ""}
              </span>
            </summary>
            <PartTable ep={ep} parts={own} />
          </details>
        );
      })}
    </section>
  );
}

function PartTable({ ep, parts }: { ep: string; parts: readonly ListedPart[] }) {
  return (
    <ScrollBox label={`Bagian EP ${ep}`}>
      <table className="table">
        <caption className="sr-only">Bagian EP {ep}</caption>
        <thead>
          <tr>
            <th scope="col">Bukti</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <Fragment key={part.id}>
              {part.meetingId !== parts[index - 1]?.meetingId && part.meeting && (
                <tr>
                  <th scope="rowgroup" colSpan={2} className="font-semibold">
                    {part.meeting.title}
                  </th>
                </tr>
              )}
              <tr>
                <td>{part.title}</td>
                <td>{part.reason ?? partStateNames[part.state]}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
