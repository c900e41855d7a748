import Link from "next/link";
import type { FirstDay } from "@/lib/first-day/steps";

/** How far the first day is and what comes next, as long as it is not over. */
export function FirstDayCard({ firstDay: { steps, next } }: { firstDay: FirstDay }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="hari-pertama" className="card mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        <h2 id="hari-pertama">
          Hari pertama: {done} dari {steps.length} langkah selesai
        </h2>
        {next && (
          <p>
            Berikutnya: <b>{next.title}</b>. {next.text}
          </p>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {next?.link && (
          <Link href={next.link.href} prefetch={false} className="button button-main">
            {next.link.label}
          </Link>
        )}
        <Link href="/mulai" prefetch={false} className="link inline-flex min-h-11 items-center">
          Semua langkah
        </Link>
      </p>
    </section>
  );
}
