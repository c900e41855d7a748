"use client";

import { Icon } from "@/components/icon";

type Step = { name: string; href: string; isDone: boolean; isMissed?: boolean; says: string };

/** The steps in a row, the one that is due marked. */
export function StepRow({ steps }: { steps: readonly Step[] }) {
  const current = steps.findIndex((step) => !step.isDone && !step.isMissed);
  return (
    <ol data-in-app className="step-row">
      {steps.map((step, index) => (
        <li key={step.name} aria-current={index === current ? "step" : undefined}>
          <a
            href={step.href}
            className={step.isDone ? "border-done" : index === current ? "border-accent" : "border-line"}
          >
            {step.isDone ? (
              <Icon name="check" className="size-5 text-done" />
            ) : (
              <span className="w-5 shrink-0 text-center text-muted">{index + 1}</span>
            )}
            <span>
              <b>
                {step.name}
                {step.isDone && <span className="sr-only"> (selesai)</span>}
              </b>
              <small>{step.says}</small>
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
