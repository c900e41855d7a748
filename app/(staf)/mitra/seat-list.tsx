import { Icon } from "@/components/icon";
import type { ListedSeat } from "@/lib/directory/reads";
import { formatPhone, seatName, sectorNames } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";
import { seatsForm } from "./seat-tools";

/** Boxes: the name that ticked rows are sent by; none without. */
type Props = { seats: readonly ListedSeat[]; boxes: string | null };

/** Seats in protocol order, a line each: what it is, who holds it, and a telephone to tap. */
export function SeatList({ seats, boxes }: Props) {
  return (
    <ul aria-label="Jabatan" className="rows seat-rows">
      {seats.map(({ id, holder, ...seat }) => (
        <li key={id}>
          {boxes && (
            <label className="pick no-print">
              <input
                type="checkbox"
                data-row
                form={seatsForm}
                name={boxes}
                value={id}
                aria-label={`Pilih ${seat.title}, ${placeOf(seat)}`}
              />
            </label>
          )}
          <p>
            <a data-in-app href={`/mitra/${id}`}>
              {seatName({ title: seat.title, prefix: holder?.prefix })}
            </a>
            <small>{placeOf(seat)}</small>
          </p>
          <p>
            {holder ? holder.name : <span className="text-soon">Pejabat belum dicatat</span>}
            {holder?.ownPost && <small>jabatan asli: {holder.ownPost}</small>}
          </p>
          <span>{say(sectorNames[seat.sector])}</span>
          {holder?.phone && (
            <a href={`tel:+${holder.phone}`} className="link">
              <Icon name="phone" className="size-6 md:hidden print:hidden" />
              <span className="max-md:sr-only print:not-sr-only">{formatPhone(holder.phone)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The desa is told only where jabatan and instansi do not say it already. */
function placeOf({ title, institution, village }: Omit<ListedSeat, "id" | "holder">): string {
  return village && !`${title} ${institution}`.includes(village.name)
    ? `${institution}, ${say("desa")} ${village.name}`
    : institution;
}
