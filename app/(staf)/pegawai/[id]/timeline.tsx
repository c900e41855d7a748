import { Badge } from "@/components/badge";
import type { FoundStaff } from "@/lib/staff/reads";
import { expiryOf } from "@/lib/staff/rules";
import { timelineOf } from "@/lib/staff/timeline";
import { formatDayShort } from "@/lib/time";

/** Times of work, trainings and certificates of one person by year. */
export function Timeline({ staff, today }: { staff: FoundStaff; today: string }) {
  const years = timelineOf(staff, today);
  return (
    <section aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat kerja, pelatihan, dan sertifikat</h2>
      {years.length === 0 && <p className="mt-1 text-muted">Belum ada yang tercatat.</p>}
      {years.map(({ year, entries }) => (
        <section key={year} aria-labelledby={`tahun-${year}`} className="mt-4">
          <h3 id={`tahun-${year}`} className="font-semibold">
            {year}
          </h3>
          <ol className="mt-1 border-l-2 border-line pl-4">
            {entries.map(({ key, day, kind, title, detail, expiresOn }) => {
              const expiry = expiresOn ? expiryOf(expiresOn, today) : null;
              return (
                <li key={key} className="py-2">
                  <p className="flex flex-wrap items-center gap-2">
                    <b>{title}</b> {expiry && <Badge tone={expiry.tone}>{expiry.words}</Badge>}
                  </p>
                  <p className="text-sm text-muted">
                    {[formatDayShort(day), kind, detail].filter(Boolean).join(" · ")}
                  </p>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </section>
  );
}
