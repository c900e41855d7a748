import type { ReactNode } from "react";

/** What the projector view says where there is nothing to show. */
export function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="m-auto max-w-[40ch] text-center">
      <h2 className="mb-[1vh] text-[1.5em] leading-tight font-bold">{title}</h2>
      <p>{children}</p>
    </div>
  );
}
