import type { Roll } from "./queue";
import type { Link } from "./use-roll";

const before: readonly Roll["status"][] = ["DRAFT", "SCHEDULED", "POSTPONED", "CANCELLED"];

/** Nothing is marked before the start; without a network the clock says that people come. */
export function waitsForStart({ status }: Roll, link: Link, startsAt: Date): boolean {
  return before.includes(status) && !(link === "offline" && status === "SCHEDULED" && Date.now() >= startsAt.getTime());
}

export function StartingNotice({ roll, waits, meetingId }: { roll: Roll; waits: boolean; meetingId: string }) {
  if (roll.status === "IN_PROGRESS") return null;
  return (
    <p className="mb-2 rounded border-l-4 border-soon bg-soon-soft px-3 py-2">
      {waits ? (
        <>
          Kegiatan ini belum dimulai. Nama-nama di bawah dapat ditandai sesudah tombol “Mulai kegiatan” ditekan di{" "}
          <a href={`/kegiatan/${meetingId}`} className="link">
            Ringkasan
          </a>
          ; layar ini menunggu sendiri.
        </>
      ) : (
        "Kegiatan ini belum dimulai atau sudah ditutup. Catatan baru diterima setelah kegiatan berlangsung."
      )}
    </p>
  );
}
