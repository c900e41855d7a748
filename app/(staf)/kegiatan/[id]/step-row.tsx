"use client";

import Link from "next/link";
import { Icon } from "@/components/icon";

type Step = { name: string; href: string; isDone: boolean; isMissed?: boolean; says: string };

/** The steps in a row, the one that is due marked. */
export function StepRow({ steps }: { steps: readonly Step[] }) {
  const current = steps.findIndex((step) => !step.isDone && !step.isMissed);
  return (
    <ol className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
      {steps.map((step, index) => (
        <li key={step.name} aria-current={index === current ? "step" : undefined}>
          <Link
            href={step.href}
            prefetch={false}
            className={`flex h-full min-h-11 gap-2 border-t-4 px-1 py-2 no-underline hover:bg-sunken ${step.isDone ? "border-done" : index === current ? "border-accent" : "border-line"}`}
          >
            <span className={step.isDone ? "text-done" : "text-muted"}>
              {step.isDone ? <Icon name="check" /> : <span className="inline-block w-5 text-center">{index + 1}</span>}
            </span>
            <span>
              <span className="block font-semibold">
                {step.name}
                {step.isDone && <span className="sr-only"> (selesai)</span>}
              </span>
              <span className="block text-sm text-muted">{step.says}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
