import Link from "next/link";
import type { Actor } from "@/lib/actor";
import { findDecided } from "@/lib/reviews/reads";
import { decisionNames } from "@/lib/reviews/rules";

/** What was decided on the page before this one. */
export async function DecidedNotice({ actor, id }: { actor: Actor; id: string }) {
  const decided = id ? await findDecided(actor, id) : null;
  if (!decided) return null;
  return (
    <p role="status" className="no-print mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
      <b>{decisionNames[decided.decision]}:</b>{" "}
      <Link href={`/tinjauan/${decided.id}`} prefetch={false} className="link">
        {decided.title}, {decided.host}
      </Link>
      . Puskesmas sudah dapat membacanya.
    </p>
  );
}
