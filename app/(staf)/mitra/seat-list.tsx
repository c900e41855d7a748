import Link from "next/link";
import type { ListedSeat } from "@/lib/directory/reads";
import { formatPhone, seatName, sectorNames } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";

/** Seats in protocol order: a table on a desk, cards on a phone. */
export function SeatList({ seats }: { seats: readonly ListedSeat[] }) {
  return (
    <>
      <ul className="flex flex-col gap-3 md:hidden">
        {seats.map((seat) => (
          <li key={seat.id} className="card">
            <SeatLink seat={seat} />
            <p className="text-sm text-muted">{placeOf(seat)}</p>
            <p className="mt-1">
              <Holder seat={seat} />
            </p>
            {seat.holder?.phone && <Phone phone={seat.holder.phone} />}
          </li>
        ))}
      </ul>
      <div className="hidden overflow-x-auto md:block">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Jabatan dan instansi</th>
              <th scope="col">Pejabat</th>
              <th scope="col">Nomor HP</th>
              <th scope="col">Sektor</th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.id}>
                <td>
                  <SeatLink seat={seat} />
                  <span className="block text-muted">{placeOf(seat)}</span>
                </td>
                <td>
                  <Holder seat={seat} />
                </td>
                <td className="whitespace-nowrap">
                  {seat.holder?.phone ? <Phone phone={seat.holder.phone} /> : <span className="text-muted">–</span>}
                </td>
                <td>{say(sectorNames[seat.sector])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function SeatLink({ seat }: { seat: ListedSeat }) {
  return (
    <Link href={`/mitra/${seat.id}`} prefetch={false} className="link inline-block py-1 font-semibold">
      {seatName({ title: seat.title, prefix: seat.holder?.prefix })}
    </Link>
  );
}

/** The desa is told only where jabatan and instansi do not say it already. */
function placeOf({ title, institution, village }: ListedSeat): string {
  return village && !`${title} ${institution}`.includes(village.name)
    ? `${institution}, ${say("desa")} ${village.name}`
    : institution;
}

function Holder({ seat }: { seat: ListedSeat }) {
  if (!seat.holder) return <span className="text-soon">Pejabat belum dicatat</span>;
  return (
    <>
      {seat.holder.name}
      {seat.holder.ownPost && <span className="block text-sm text-muted">jabatan asli: {seat.holder.ownPost}</span>}
    </>
  );
}

function Phone({ phone }: { phone: string }) {
  return (
    <a href={`tel:+${phone}`} className="link inline-block py-1">
      {formatPhone(phone)}
    </a>
  );
}
