import Link from "next/link";
import type { Actor } from "@/lib/actor";
import { canKeepOfficeHead, type OfficeHead, officeHeadWords } from "@/lib/directory/rules";
import { dayOf, formatDayLong } from "@/lib/time";

type Props = {
  actor: Actor;
  meeting: { startsAt: Date; timeZone: string };
  head: OfficeHead | null;
  isApproved: boolean;
};

/** Whose name the papers of this meeting carry: who led the office on its day, which may be another than today's head. */
export function HeadOnDay({ actor, meeting, head, isApproved }: Props) {
  const day = formatDayLong(dayOf(meeting.startsAt, meeting.timeZone));
  const isMendable = canKeepOfficeHead(actor) && !isApproved;
  return (
    <div className="mt-4">
      <h3 className="font-semibold">Kepala puskesmas pada {day}</h3>
      <p>{head ? officeHeadWords(head) : <span className="text-soon">Belum dicatat</span>}</p>
      {head && !head.isSinceKnown && (
        <p className="text-sm text-muted">Tanggal mulai menjabatnya tidak diketahui. Pastikan orangnya benar.</p>
      )}
      {isMendable && (
        <Link href="/pengaturan/pimpinan" prefetch={false} className="link inline-flex min-h-11 items-center">
          {head ? "Bukan dia? Periksa masa jabatannya" : "Catat kepala puskesmas"}
        </Link>
      )}
    </div>
  );
}
