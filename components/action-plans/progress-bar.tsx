import { progressNames } from "@/lib/action-plans/rules";
import type { ProgressStatus } from "@/prisma/generated/enums";

const fills: Record<ProgressStatus, string> = {
  BELUM_MULAI: "fill-accent",
  BERJALAN: "fill-accent",
  SELESAI: "fill-done",
  DIBATALKAN: "fill-edge",
};

/** How far a row is: a bar, and the same in words. */
export function ProgressBar({ status, percent }: { status: ProgressStatus; percent: number }) {
  return (
    <div className="min-w-24">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full" aria-hidden="true">
        <rect width="100" height="6" className="fill-line" />
        <rect width={percent} height="6" className={fills[status]} />
      </svg>
      <p className="mt-0.5 text-sm">
        {progressNames[status]}
        {status !== "BELUM_MULAI" && status !== "SELESAI" && `, ${percent} %`}
      </p>
    </div>
  );
}
