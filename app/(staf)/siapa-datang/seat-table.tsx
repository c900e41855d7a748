import { ScrollBox } from "@/components/scroll-box";
import { presentOf, quarterName, quarterShort, type Turnout, type TurnoutGroup } from "@/lib/attendance/turnout";

type Props = { seats: readonly TurnoutGroup[]; quarters: readonly number[]; isCut: boolean };

/** Every invited seat, quarter by quarter: one letter where it was invited once, figures where more often. */
export function SeatTable({ seats, quarters, isCut }: Props) {
  return (
    <section>
      <h2 className="mb-1">Per jabatan</h2>
      <p className="mb-2 text-sm text-muted">
        H: hadir sendiri · W: diwakili · J: menyatakan hadir, tidak datang · T: menolak · –: tidak datang, tidak
        menjawab · kosong: tidak diundang · 2/3: datang atau diwakili dalam 2 dari 3 undangan
      </p>
      <ScrollBox label="Tabel per jabatan">
        <table className="table table-dense">
          <thead>
            <tr>
              <th scope="col" className="min-w-40 sm:min-w-60 print:min-w-28">
                Jabatan
              </th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col" className="text-center">
                  {quarterShort(quarter)}
                </th>
              ))}
              <th scope="col" className="text-right">
                Diundang
              </th>
              <th scope="col" className="text-right">
                Datang
              </th>
              <th scope="col" className="text-right">
                Diwakili
              </th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.key} className="break-inside-avoid">
                <th scope="row">
                  {seat.label}
                  <span className="block font-normal text-muted">{seat.detail}</span>
                </th>
                {seat.quarters.map((turnout, index) => (
                  <Cell key={quarters[index]} turnout={turnout} quarter={quarters[index] ?? 0} />
                ))}
                <td className="number">{seat.total.invited}</td>
                <td className="number">{seat.total.came}</td>
                <td className="number">{seat.total.represented}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {isCut && (
        <p className="mt-2 text-soon">Masih ada jabatan lain. Pilih satu sektor atau satu tahun untuk melihatnya.</p>
      )}
    </section>
  );
}

function Cell({ turnout, quarter }: { turnout: Turnout | null; quarter: number }) {
  if (!turnout) return <td />;
  const { sign, words, tone } = signOf(turnout);
  return (
    <td className={`text-center font-semibold ${tone}`} title={`${quarterName(quarter)}: ${words}`}>
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{words}</span>
    </td>
  );
}

function signOf(turnout: Turnout): { sign: string; words: string; tone: string } {
  const present = presentOf(turnout);
  if (turnout.invited > 1) {
    const words = `datang atau diwakili ${present} dari ${turnout.invited} undangan`;
    return { sign: `${present}/${turnout.invited}`, words, tone: present === 0 ? "bg-late-soft text-late" : "" };
  }
  if (turnout.came > 0) return { sign: "H", words: "hadir sendiri", tone: "bg-done-soft text-done" };
  if (turnout.represented > 0) return { sign: "W", words: "diwakili", tone: "bg-accent-soft text-accent-strong" };
  if (turnout.accepted > 0)
    return { sign: "J", words: "menyatakan hadir, tidak datang", tone: "bg-late-soft text-late" };
  if (turnout.declined > 0) return { sign: "T", words: "menolak", tone: "bg-soon-soft text-soon" };
  return { sign: "–", words: "tidak datang, tidak menjawab", tone: "bg-late-soft text-late" };
}
