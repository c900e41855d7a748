import Link from "next/link";
import type { ListedProblem } from "@/lib/problems/reads";

type Props = { meetingId: string; problems: readonly ListedProblem[]; canPlan: boolean };

export function FindingSection({ meetingId, problems, canPlan }: Props) {
  const open = problems.filter(({ actionItems }) => actionItems.length === 0).length;
  return (
    <section id="temuan" aria-labelledby="judul-temuan">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id="judul-temuan">Temuan sesi evaluasi</h2>
          <p className="text-muted">
            {problems.length === 0
              ? "Belum ada temuan. Selama pelatihan berlangsung, temuan dan RTL-nya ditulis sekaligus."
              : open > 0
                ? `${problems.length} temuan, ${open} belum punya RTL.`
                : `${problems.length} temuan, semuanya punya RTL.`}
          </p>
        </div>
        {canPlan && (
          <Link href={`/kegiatan/${meetingId}/evaluasi/temuan`} prefetch={false} className="button no-print">
            Tulis temuan dan RTL
          </Link>
        )}
      </div>
      {problems.length > 0 && (
        <ol className="border-t border-line">
          {problems.map(({ id, number, statement, actionItems }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-3">
              <span>
                {number}. {statement}
              </span>
              {actionItems.length > 0 ? (
                <Link href={`/kegiatan/${meetingId}/rtl`} prefetch={false} className="link">
                  {actionItems.length} RTL
                </Link>
              ) : (
                <span className="text-muted">belum ada RTL</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
