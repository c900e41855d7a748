import Link from "next/link";
import { ScrollBox } from "@/components/scroll-box";
import type { Turnout, TurnoutGroup } from "@/lib/attendance/turnout";
import { sectorNames } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";

type Props = {
  title: string;
  /** Head of the first column. */
  head: string;
  groups: readonly TurnoutGroup[];
  total?: Turnout;
  hrefOf?: (group: TurnoutGroup) => string;
};

const columns: { head: string; figure: (turnout: Turnout) => number }[] = [
  { head: "Diundang", figure: (turnout) => turnout.invited },
  { head: "Menyatakan hadir", figure: (turnout) => turnout.accepted },
  { head: "Hadir sendiri", figure: (turnout) => turnout.came },
  { head: "Diwakili", figure: (turnout) => turnout.represented },
  { head: "Menyatakan hadir, tidak datang", figure: (turnout) => turnout.acceptedAbsent },
  { head: "Menolak", figure: (turnout) => turnout.declined },
  { head: "Tidak menjawab", figure: (turnout) => turnout.silent },
];

/** Groups with their sums; the last column says from how many meetings a group was missing altogether. */
export function TurnoutTable({ title, head, groups, total, hrefOf }: Props) {
  return (
    <section>
      <h2 className="mb-2">{title}</h2>
      <ScrollBox label={`Tabel ${title.toLowerCase()}`}>
        <table className="table table-dense">
          <thead>
            <tr>
              <th scope="col" className="min-w-40 print:min-w-28">
                {head}
              </th>
              {columns.map((column) => (
                <th key={column.head} scope="col" className="text-right">
                  {column.head}
                </th>
              ))}
              <th scope="col" className="text-right">
                Kosong
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">
                  {hrefOf ? (
                    <Link href={hrefOf(group)} prefetch={false} className="link">
                      {nameOf(group)}
                    </Link>
                  ) : (
                    nameOf(group)
                  )}
                </th>
                <Figures turnout={group.total} />
              </tr>
            ))}
            {total && groups.length > 1 && (
              <tr className="font-semibold">
                <th scope="row">Semua</th>
                <Figures turnout={total} />
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Figures({ turnout }: { turnout: Turnout }) {
  return (
    <>
      {columns.map(({ head, figure }) => (
        <td key={head} className="number">
          {figure(turnout).toLocaleString("id-ID")}
        </td>
      ))}
      <td className={`number ${turnout.missed > 0 ? "font-semibold text-late" : ""}`}>
        {turnout.missed} dari {turnout.meetings}
      </td>
    </>
  );
}

function nameOf({ sector, label }: TurnoutGroup): string {
  return sector ? say(sectorNames[sector]) : label;
}
