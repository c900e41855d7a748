import { Question } from "@/components/charts/question";
import { StackedBar, Stripes } from "@/components/charts/stacked-bar";
import { ScrollBox } from "@/components/scroll-box";
import { sectorNames, sectors as sectorOrder } from "@/lib/directory/rules";
import { percentWords } from "@/lib/matrix/readings";
import { attendanceShare, type Matrix, type SectorCounts } from "@/lib/matrix/rows";
import type { Sector } from "@/prisma/generated/enums";

const roman = ["I", "II", "III", "IV"];
const stripes = "garis-diwakili";

type Row = { sector: Sector; quarters: (SectorCounts | null)[]; total: SectorCounts };

/** Who comes to the Lokmin lintas sektor: of each sector and quarter came himself, was represented, was absent. */
export function SectorChart({ sectors, year }: { sectors: Matrix["sectors"]; year: number }) {
  const rows = rowsOf(sectors);
  const question = "Sektor mana yang datang ke Lokmin triwulanan?";
  return (
    <Question
      question={question}
      answer={answerOf(rows)}
      chart={
        <figure aria-label={`${question} ${year}`}>
          <Stripes id={stripes} />
          <ul>
            <li
              aria-hidden="true"
              className="grid grid-cols-[7rem_repeat(4,minmax(0,1fr))] gap-x-2 text-sm sm:grid-cols-[12rem_repeat(4,minmax(0,1fr))]"
            >
              <span />
              {roman.map((name) => (
                <span key={name}>TW {name}</span>
              ))}
            </li>
            {rows.map(({ sector, quarters }) => (
              <li
                key={sector}
                className="grid grid-cols-[7rem_repeat(4,minmax(0,1fr))] items-center gap-x-2 py-0.5 text-sm sm:grid-cols-[12rem_repeat(4,minmax(0,1fr))]"
              >
                <span className="text-right leading-tight">{sectorNames[sector]}</span>
                {quarters.map((counts, place) => (
                  <Quarter key={roman[place]} counts={counts} />
                ))}
              </li>
            ))}
          </ul>
          <figcaption className="mt-2 text-sm text-muted">
            Penuh: hadir sendiri. Bergaris: diwakili. Kosong: tidak datang. Angkanya: hadir atau diwakili dari yang
            diundang.
          </figcaption>
        </figure>
      }
      table={<SectorTable rows={rows} />}
    />
  );
}

function Quarter({ counts }: { counts: SectorCounts | null }) {
  if (!counts || counts.invited === 0) return <span className="text-muted">–</span>;
  const { invited, came, represented } = counts;
  return (
    <span className="grid items-center gap-x-1 sm:grid-cols-[minmax(0,1fr)_2.75rem] print:grid-cols-[minmax(0,1fr)_2.75rem]">
      <StackedBar
        patternId={stripes}
        stacks={[
          { key: "hadir", share: came / invited, look: "full" },
          { key: "diwakili", share: represented / invited, look: "striped" },
        ]}
      />
      <span className="text-xs whitespace-nowrap sm:text-right">{percentWords(attendanceShare(counts))}</span>
    </span>
  );
}

function SectorTable({ rows }: { rows: readonly Row[] }) {
  return (
    <ScrollBox label="Kehadiran per sektor">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Sektor</th>
            {["Diundang", "Hadir sendiri", "Diwakili", "Tidak datang"].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sector, total: { invited, came, represented } }) => (
            <tr key={sector}>
              <th scope="row">{sectorNames[sector]}</th>
              {[invited, came, represented, invited - came - represented].map((count, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={place} className="number">
                  {count.toLocaleString("id-ID")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function rowsOf(sectors: Matrix["sectors"]): Row[] {
  return sectorOrder.flatMap((sector) => {
    const own = sectors.filter((one) => one.sector === sector);
    if (own.length === 0) return [];
    const sum = (key: keyof SectorCounts) => own.reduce((total, one) => total + one[key], 0);
    return {
      sector,
      quarters: [1, 2, 3, 4].map((quarter) => own.find((one) => one.quarter === quarter) ?? null),
      total: { invited: sum("invited"), came: sum("came"), represented: sum("represented") },
    };
  });
}

function answerOf(rows: readonly Row[]): string {
  const [least] = rows.toSorted(
    (one, other) => (attendanceShare(one.total) ?? 2) - (attendanceShare(other.total) ?? 2),
  );
  if (!least) return "Belum ada Lokmin triwulanan yang selesai pada tahun ini.";
  const { sector, total } = least;
  if (attendanceShare(total) === 1) return "Semua sektor yang diundang datang atau diwakili.";
  const came = total.came + total.represented;
  return `Paling jarang datang: ${sectorNames[sector]}, ${came.toLocaleString("id-ID")} dari ${total.invited.toLocaleString("id-ID")} undangan (${percentWords(attendanceShare(total))}).`;
}
