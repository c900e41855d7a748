import { progressWords } from "@/lib/progress/rules";

/** How far a row is: a bar, and the same in words. */
export function ProgressBar(item: Parameters<typeof progressWords>[0]) {
  const { status, percent } = item;
  return (
    <div className="progress">
      <progress max="100" value={percent} className={status === "DONE" ? "bar-done" : undefined} aria-hidden="true" />
      <p>{progressWords(item)}</p>
    </div>
  );
}
