import { ActionForm } from "@/components/form/action-form";
import type { Misowned } from "@/lib/plan/owners-of-day";
import { dayOf, formatDayLong } from "@/lib/time";
import { ownersOfDayAction } from "./actions";

type Props = {
  meeting: { id: string; startsAt: Date; timeZone: string };
  rows: readonly Misowned[];
  isLocked: boolean;
};

/** Rows of a past meeting that name those who hold the seats at another time, and the way to mend them. */
export function MisownedList({ meeting, rows, isLocked }: Props) {
  if (rows.length === 0) return null;
  const day = formatDayLong(dayOf(meeting.startsAt, meeting.timeZone));
  return (
    <section
      aria-labelledby="penanggung-jawab-lain"
      className="no-print mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3"
    >
      <h2 id="penanggung-jawab-lain" className="text-base">
        Penanggung jawab yang bukan pejabat pada {day}
      </h2>
      <ul className="my-2 list-disc pl-5">
        {rows.map(({ id, number, responsibleName, title, holder }) => (
          <li key={id}>
            RTL {number}: tertulis {responsibleName};{" "}
            {holder ? (
              <>
                {title} waktu itu <b>{holder.name}</b>
              </>
            ) : (
              <>{title} waktu itu belum dicatat</>
            )}
          </li>
        ))}
      </ul>
      {isLocked ? (
        <p>Kegiatan ini sudah disahkan. Buka kembali pengesahannya dulu untuk memperbaikinya.</p>
      ) : (
        <ActionForm
          action={ownersOfDayAction.bind(null, meeting.id)}
          submit={rows.length === 1 ? "Perbaiki RTL ini" : `Perbaiki ${rows.length} RTL ini`}
          tone="plain"
          className="flex flex-col gap-3"
        >
          <p className="text-sm text-muted">
            RTL tetap pada jabatan yang sama, jadi tindak lanjut dan tautannya tidak berpindah.
          </p>
        </ActionForm>
      )}
    </section>
  );
}
