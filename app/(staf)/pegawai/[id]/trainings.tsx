import type { FoundStaff } from "@/lib/staff/reads";
import { dayOf, formatDayLong } from "@/lib/time";

export function Trainings({ trainings }: Pick<FoundStaff, "trainings">) {
  return (
    <section aria-labelledby="pelatihan">
      <h2 id="pelatihan">Pelatihan</h2>
      {trainings.length === 0 && <p className="mt-1 text-muted">Belum ada pelatihan yang tercatat.</p>}
      <ol className="mt-2">
        {trainings.map((training) => (
          <li key={training.invitationId} className="border-b border-line py-3">
            <p className="font-semibold">{training.title}</p>
            <p className="text-sm text-muted">
              {formatDayLong(dayOf(training.startsAt, training.timeZone))} · {training.host}
              {training.lessons > 0 && ` · ${training.lessons.toLocaleString("id-ID")} JPL`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
