import Link from "next/link";
import { Icon } from "@/components/icon";
import type { FirstDayStep } from "@/lib/first-day/steps";

/** Only the next step's button is filled; those that are done can be opened again. */
export function StepList({ steps, nextId }: { steps: readonly FirstDayStep[]; nextId: string | null }) {
  return (
    <ol className="max-w-3xl border-t border-line">
      {steps.map(({ id, title, text, isDone, link }, index) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-4">
          <span
            className={`flex size-8 shrink-0 items-center justify-center rounded-full font-semibold ${
              isDone ? "bg-done-soft text-done" : "border border-edge text-muted"
            }`}
          >
            {isDone ? <Icon name="check" /> : <span aria-hidden="true">{index + 1}</span>}
            <span className="sr-only">{isDone ? "Selesai:" : "Belum:"}</span>
          </span>
          <div className="min-w-0 flex-1 basis-56">
            <h2 className="text-base">{title}</h2>
            <p className="text-muted">{text}</p>
          </div>
          {link && (
            <Link
              href={link.href}
              prefetch={false}
              className={
                id === nextId ? "button button-main" : isDone ? "link inline-flex min-h-11 items-center" : "button"
              }
            >
              {link.label}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
