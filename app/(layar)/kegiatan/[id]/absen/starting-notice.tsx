import { stepsToRoll, whyNoRoll } from "@/lib/meetings/start-words";
import type { Roll } from "./queue";
import type { Link } from "./use-roll";

const before: readonly Roll["status"][] = ["DRAFT", "SCHEDULED", "POSTPONED", "CANCELLED"];

/** Nothing is marked before the start; without a network the clock says that people come. */
export function waitsForStart({ status }: Roll, link: Link, startsAt: Date): boolean {
  return before.includes(status) && !(link === "offline" && status === "SCHEDULED" && Date.now() >= startsAt.getTime());
}

type Props = { roll: Roll; waits: boolean; meeting: { id: string; startsAt: Date } };

export function StartingNotice({ roll: { status }, waits, meeting: { id, startsAt } }: Props) {
  if (status === "IN_PROGRESS") return null;
  const steps = stepsToRoll({ status, startsAt }, new Date());
  return (
    <p className="mb-2 rounded border-l-4 border-soon bg-soon-soft px-3 py-2">
      {!waits && "Kegiatan ini belum dimulai atau sudah ditutup. Catatan baru diterima setelah kegiatan berlangsung."}
      {waits && whyNoRoll({ status, startsAt })}
      {waits && steps && (
        <>
          {" "}
          Nama-nama di bawah dapat ditandai sesudah {steps} ditekan di{" "}
          <a href={`/kegiatan/${id}`} className="link">
            Ringkasan
          </a>
          ; layar ini menunggu sendiri.
        </>
      )}
    </p>
  );
}
