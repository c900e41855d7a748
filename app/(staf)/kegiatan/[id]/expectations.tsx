import { ActionForm } from "@/components/form/action-form";
import { Icon } from "@/components/icon";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { formatMoment } from "@/lib/time";
import type { ExpectationSide } from "@/prisma/generated/enums";
import { tickExpectationsAction } from "./actions";
import { TickRow } from "./tick-row";

type Expectation = FoundMeeting["expectations"][number];

type Props = { meetingId: string; rows: readonly Expectation[]; timeZone: string; canTick: boolean };

const sides: readonly { side: ExpectationSide; title: string; says: string }[] = [
  { side: "INPUT", title: "Masukan", says: "yang disiapkan sebelum kegiatan" },
  { side: "OUTPUT", title: "Luaran", says: "yang harus dihasilkan" },
];

/** What a meeting of its type brings in and puts out: ticked by staff until it is approved. */
export function Expectations({ meetingId, rows, timeZone, canTick }: Props) {
  if (rows.length === 0) return null;
  const indexed = rows.map((row, index) => ({ ...row, index }));
  const lists = sides.map(({ side, title, says }) => (
    <div key={side}>
      <h3>
        {title} <span className="text-sm font-normal text-muted">({says})</span>
      </h3>
      <ul className="border-t border-line">
        {indexed
          .filter((row) => row.side === side)
          .map((row) => (
            <li key={row.position} className="group/tick border-b border-line py-2">
              {canTick ? <TickRow row={row} index={row.index} /> : <ReadRow row={row} />}
              {row.isMet && row.metAt && (
                <p className="pl-8 text-sm text-muted">
                  {row.metBy}, {formatMoment(row.metAt, timeZone)}
                </p>
              )}
            </li>
          ))}
      </ul>
    </div>
  ));
  const met = rows.filter((row) => row.isMet).length;
  return (
    <section aria-labelledby="masukan-luaran">
      <h2 id="masukan-luaran" className="mb-2">
        Masukan dan luaran{" "}
        <span className="text-base font-normal text-muted">
          {met} dari {rows.length} ada
        </span>
      </h2>
      {canTick ? (
        <ActionForm
          key={rows.map((row) => `${row.isMet}${row.note}`).join()}
          action={tickExpectationsAction.bind(null, meetingId)}
          submit="Simpan daftar"
          tone="plain"
        >
          <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">{lists}</div>
        </ActionForm>
      ) : (
        <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">{lists}</div>
      )}
    </section>
  );
}

function ReadRow({ row }: { row: Expectation }) {
  return (
    <div className="flex gap-2">
      <span className={row.isMet ? "text-done" : "text-muted"}>
        {row.isMet ? <Icon name="check" /> : <span className="inline-block w-5 text-center">–</span>}
      </span>
      <span>
        {row.text}
        <span className="sr-only">{row.isMet ? " (ada)" : " (belum ada)"}</span>
        {row.note && <span className="block text-sm text-muted">{row.note}</span>}
      </span>
    </div>
  );
}
