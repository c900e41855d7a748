import { type ReactNode, useId } from "react";

type Props = {
  /** What the chart answers, as a question. */
  question: string;
  /** The answer as a sentence. */
  answer: string;
  chart: ReactNode;
  table: ReactNode;
};

/** One question, its answer in words, the chart, and the figures behind it. */
export function Question({ question, answer, chart, table }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="break-inside-avoid">
      <h2 id={id} className="mb-1">
        {question}
      </h2>
      <p className="mb-3 max-w-prose">{answer}</p>
      {chart}
      <details className="no-print mt-2">
        <summary className="link inline-flex min-h-11 items-center">Angkanya</summary>
        {table}
      </details>
    </section>
  );
}
