export type Share = { label: string; count: number; tone: "done" | "accent" | "late" | "plain" };

const fills = { done: "fill-done", accent: "fill-accent", late: "fill-late", plain: "fill-line" };

/** Parts of a whole as one bar, with the same figures in words below it. */
export function ShareBar({ shares, label }: { shares: readonly Share[]; label: string }) {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  let from = 0;
  return (
    <div>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="h-3 w-full" role="img" aria-label={label}>
        <rect width="100" height="4" className="fill-sunken" />
        {shares.map((share) => {
          const width = total === 0 ? 0 : (share.count / total) * 100;
          const x = from;
          from += width;
          return <rect key={share.label} x={x} width={width} height="4" className={fills[share.tone]} />;
        })}
      </svg>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
        {shares.map((share) => (
          <li key={share.label}>
            <b>{share.count}</b> {share.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
