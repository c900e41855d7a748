import { progressWords } from "@/lib/action-plans/rules";
import type { ProgressStatus } from "@/prisma/generated/enums";

const fills: Record<ProgressStatus, string> = {
  BELUM_MULAI: "fill-accent",
  BERJALAN: "fill-accent",
  SELESAI: "fill-done",
  DIBATALKAN: "fill-edge",
};

/** How far a row is: a bar, and the same in words. */
export function ProgressBar(item: Parameters<typeof progressWords>[0]) {
  const { status, percent } = item;
  return (
    <div className="progress">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 0H100V6H0Z" />
        <path d={`M0 0H${percent}V6H0Z`} className={fills[status]} />
      </svg>
      <p>{progressWords(item)}</p>
    </div>
  );
}
