import type { Actor } from "@/lib/actor";
import { countUnread } from "@/lib/notifications/reads";

const shownAtMost = 99;

/** How much is new, asked once while the page itself is being read. */
export async function UnreadCount({ actor }: { actor: Actor }) {
  const count = await countUnread(actor);
  if (count === 0) return null;
  const shown = count > shownAtMost ? `${shownAtMost}+` : `${count}`;
  return (
    <span className="absolute -top-2.5 left-2.5 rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-on-accent tabular-nums">
      {shown}
      <span className="sr-only"> belum dibaca</span>
    </span>
  );
}
