import Link from "next/link";
import type { Neighbours } from "@/lib/reviews/reads";
import { queueWords } from "@/lib/reviews/rules";

/** From one waiting report to the next without going back to the list. */
export function QueueNav({ neighbours, isWaiting }: { neighbours: Neighbours; isWaiting: boolean }) {
  const { previous, next, place, count } = neighbours;
  return (
    <nav aria-label="Antrean tinjauan" className="no-print mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="mr-auto text-sm text-muted">
        {isWaiting ? `${place} dari ${count} yang menunggu ditinjau` : queueWords(count, null)}
      </p>
      {isWaiting && (
        <a href="#hasil" className="link inline-flex min-h-11 items-center lg:hidden">
          Ke hasil tinjauan
        </a>
      )}
      {previous && (
        <Link href={`/tinjauan/${previous}`} prefetch={false} className="button" aria-keyshortcuts="L">
          ← Sebelumnya <kbd>L</kbd>
        </Link>
      )}
      {next && (
        <Link href={`/tinjauan/${next}`} prefetch={false} className="button" aria-keyshortcuts="J">
          Berikutnya → <kbd>J</kbd>
        </Link>
      )}
    </nav>
  );
}
