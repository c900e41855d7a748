import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { prefixNames } from "@/lib/directory/rules";
import type { Misnamed } from "@/lib/invitations/people-of-day";
import { dayOf, formatDayLong } from "@/lib/time";
import { holdersOfDayAction } from "./actions";

type Props = {
  meeting: { id: string; startsAt: Date; timeZone: string };
  rows: readonly Misnamed[];
  isLocked: boolean;
};

/** Invitations to a past meeting that name those who hold the seats at another time, and the way to mend them. */
export function MisnamedList({ meeting, rows, isLocked }: Props) {
  if (rows.length === 0) return null;
  const day = formatDayLong(dayOf(meeting.startsAt, meeting.timeZone));
  return (
    <section
      aria-labelledby="pejabat-lain"
      className="no-print mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3"
    >
      <h2 id="pejabat-lain" className="text-base">
        Diundang dengan pejabat yang bukan pejabat pada {day}
      </h2>
      <ul className="my-2 list-disc pl-5">
        {rows.map(({ id, title, institution, invited, holder }) => (
          <li key={id}>
            {title}, {institution}: diundang {invited};{" "}
            {holder ? (
              <>
                pejabatnya waktu itu{" "}
                <b>
                  {holder.prefix && `${prefixNames[holder.prefix]} `}
                  {holder.name}
                </b>
              </>
            ) : (
              <>
                pejabatnya waktu itu belum dicatat di{" "}
                <Link href="/mitra" prefetch={false} className="link">
                  mitra
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      {isLocked ? (
        <p>Kegiatan ini sudah disahkan. Buka kembali pengesahannya dulu untuk memperbaikinya.</p>
      ) : (
        <ActionForm
          action={holdersOfDayAction.bind(null, meeting.id)}
          submit={rows.length === 1 ? "Perbaiki undangan ini" : `Perbaiki ${rows.length} undangan ini`}
          tone="plain"
          className="flex flex-col gap-3"
        >
          <p className="text-sm text-muted">
            Daftar hadir ikut memakai nama itu. Yang tidak tercatat pejabatnya menjadi undangan tanpa nama.
          </p>
        </ActionForm>
      )}
    </section>
  );
}
