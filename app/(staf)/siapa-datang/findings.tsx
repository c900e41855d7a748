import type { TurnoutReport } from "@/lib/attendance/statistics";
import { missedWords, missingFirst, presentOf, type TurnoutGroup } from "@/lib/attendance/turnout";
import { sectorNames } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";

const most = 3;

/** What the figures say, in sentences: which sector is missing, and who promises without coming. */
export function Findings({ report, noun }: { report: TurnoutReport; noun: string }) {
  const { total } = report;
  const missing = missingFirst(report.sectors);
  const villages = missingFirst(report.villages);
  const acceptedWithoutComing = report.seats
    .filter((seat) => seat.total.acceptedAbsent > 0)
    .sort((one, other) => other.total.acceptedAbsent - one.total.acceptedAbsent);
  return (
    <section aria-label="Yang perlu diketahui" className="flex flex-col gap-2">
      {missing.slice(0, most).map((group) => (
        <p key={group.key} className="border-l-4 border-late bg-late-soft px-3 py-2 text-lg font-semibold">
          Sektor {sectorOf(group)} tidak datang dalam {missedWords(group.total, noun)}.
        </p>
      ))}
      {missing.length > most && <p>Juga pernah kosong: {missing.slice(most).map(sectorOf).join(", ")}.</p>}
      {missing.length === 0 && (
        <p className="border-l-4 border-done bg-done-soft px-3 py-2 text-lg font-semibold">
          Setiap sektor yang diundang datang atau diwakili di setiap {noun}.
        </p>
      )}
      {villages.length > 0 && (
        <p>
          {say("Desa yang pernah kosong")}:{" "}
          {namesOf(villages, ({ total: { missed, meetings } }) => `${missed} dari ${meetings}`)}.
        </p>
      )}
      {acceptedWithoutComing.length > 0 && (
        <p>
          Menjawab akan hadir tetapi tidak datang:{" "}
          {namesOf(acceptedWithoutComing, (seat) => `${seat.total.acceptedAbsent} kali`)}.
        </p>
      )}
      <p className="text-muted">
        {total.meetings.toLocaleString("id-ID")} {noun}, {total.invited.toLocaleString("id-ID")} undangan:{" "}
        {presentOf(total).toLocaleString("id-ID")} datang atau diwakili (
        {Math.round((100 * presentOf(total)) / total.invited)} %).
      </p>
    </section>
  );
}

function sectorOf({ sector }: TurnoutGroup): string {
  return sector ? say(sectorNames[sector]) : "";
}

/** The first names with their figure, and how many more there are. */
function namesOf(groups: readonly TurnoutGroup[], figureOf: (group: TurnoutGroup) => string): string {
  const shown = groups.slice(0, 5).map((group) => `${group.label} (${figureOf(group)})`);
  const more = groups.length - shown.length;
  return more > 0 ? `${shown.join(", ")}, dan ${more} lagi` : shown.join(", ");
}
