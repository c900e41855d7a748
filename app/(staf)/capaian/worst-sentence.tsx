import Link from "next/link";
import type { Pws } from "@/lib/pws/pws";
import { worstVillage } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";

const most = 4;

/** "Margasari paling tertinggal di 4 dari 10 indikator: …". */
export function WorstSentence({ pws, villageHref }: { pws: Pws; villageHref: (code: string) => string }) {
  const isTold = pws.columns.some(({ achievements }) => achievements.some(({ figure }) => figure !== null));
  if (!isTold) return null;
  const worst = worstVillage(pws.villages, pws.columns);
  if (!worst)
    return (
      <p className="mb-5 border-l-4 border-done bg-done-soft px-3 py-2 text-lg font-semibold">
        {say("Tidak ada desa yang tertinggal dari target lebih jauh daripada desa lain.")}
      </p>
    );
  const shown = worst.last.slice(0, most).map(({ name, figure }) => `${name} (${figure})`);
  const more = worst.last.length - shown.length;
  return (
    <p className="mb-5 border-l-4 border-late bg-late-soft px-3 py-2 text-lg">
      <Link href={villageHref(worst.village.code)} prefetch={false} className="font-semibold underline">
        {worst.village.name}
      </Link>{" "}
      <strong className="font-semibold">
        paling tertinggal di {worst.last.length} dari {worst.of} indikator
      </strong>
      : {shown.join(", ")}
      {more > 0 && `, dan ${more} lagi`}.
    </p>
  );
}
