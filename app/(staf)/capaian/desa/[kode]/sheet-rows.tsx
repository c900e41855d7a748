import { randomUUID } from "node:crypto";
import Link from "next/link";
import { TrendLine } from "@/components/charts/trend-line";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { targetLine, yearStarts } from "@/lib/pws/course";
import type { ProposalMeeting, Proposed } from "@/lib/pws/proposals";
import type { VillageSheet } from "@/lib/pws/pws";
import { canBeProblem, figureWords, gapWords, goneWords, lineWords } from "@/lib/pws/readings";
import { proposeAction } from "../../actions";
import { Doubts, StatusBadge, Trend } from "../../figure-cells";

type Props = {
  sheet: VillageSheet;
  /** Where a problem would go; none for those who may not propose one. */
  meeting: ProposalMeeting | null;
  proposed: readonly Proposed[];
  indicatorHref: (id: string) => string;
};

/** All indicators of one desa: a table on a desk and on paper, rows above each other on a phone. */
export function SheetRows({ sheet: { sheet, village, year, month }, meeting, proposed, indicatorHref }: Props) {
  return (
    <ul className="border-t border-line">
      {sheet.map(({ indicator, achievement, ranked, total, line, shown }) => (
        <li
          key={indicator.id}
          id={`i-${indicator.id}`}
          className="grid items-center gap-x-4 gap-y-1 border-b border-line py-3 break-inside-avoid sm:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1.1fr)_8rem_11rem] print:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1.1fr)_8rem] print:py-1"
        >
          <p>
            <Link href={indicatorHref(indicator.id)} prefetch={false} className="link font-semibold">
              {indicator.name}
            </Link>
            <span className="block text-sm text-muted">
              target {achievement.target === null ? "belum diisi" : figureWords(indicator, achievement.target)} ·
              puskesmas {figureWords(indicator, total.figure)}
            </span>
          </p>
          <p className="flex items-baseline gap-3">
            <span className="text-xl font-semibold">{figureWords(indicator, achievement.figure)}</span>
            {achievement.gap !== null && (
              <span className="text-sm whitespace-nowrap text-muted">{gapWords(achievement.gap)}</span>
            )}
          </p>
          <div className="text-sm">
            {achievement.gone ? (
              <span className="text-muted">{goneWords[achievement.gone]}</span>
            ) : (
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StatusBadge {...achievement} />
                <Trend trend={achievement.trend} />
                {achievement.rank !== null && (
                  <span className="whitespace-nowrap">
                    peringkat {achievement.rank} dari {ranked}
                  </span>
                )}
              </p>
            )}
            <Doubts {...achievement} />
          </div>
          <TrendLine
            points={line}
            targets={targetLine(indicator, year, shown)}
            breaks={yearStarts(indicator, shown)}
            {...scaleOf(indicator, line, targetLine(indicator, year, shown))}
            label={lineWords(`${indicator.name} di ${village.name}`, indicator, line)}
          />
          <div className="no-print">
            <Way
              problems={proposed.filter(({ indicatorId }) => indicatorId === indicator.id)}
              villageCode={village.code}
              meeting={canBeProblem(achievement) ? meeting : null}
              hidden={{ indicatorId: indicator.id, year, month, from: "desa" }}
              name={indicator.name}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What adds up begins at zero; a share that moves little keeps a scale of its own. */
function scaleOf({ isCumulative }: { isCumulative: boolean }, ...lines: (readonly (number | null)[])[]) {
  return isCumulative ? { most: Math.max(...lines.flat().map((point) => point ?? 0)) } : {};
}

type WayProps = {
  /** Those of the meeting that rest on the indicator, whatever desa they name. */
  problems: readonly Proposed[];
  villageCode: string;
  meeting: ProposalMeeting | null;
  hidden: Record<string, string | number>;
  name: string;
};

/** The problem that names the desa, or one tap to make one or to add the desa to the one there is. */
function Way({ problems, villageCode, meeting, hidden, name }: WayProps) {
  const naming = problems.find(({ villageCodes }) => villageCodes.includes(villageCode));
  if (naming)
    return (
      <Link
        href={`/kegiatan/${naming.meetingId}/masalah#masalah-${naming.number}`}
        prefetch={false}
        className="link inline-flex min-h-11 items-center text-sm"
      >
        Masalah {naming.number}
      </Link>
    );
  if (!meeting) return null;
  const [known] = problems;
  return (
    <ActionForm action={proposeAction} className="flex flex-col gap-2">
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="meetingId" value={meeting.id} />
      <input type="hidden" name="villages[]" value={villageCode} />
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <SubmitButton
        tone="plain"
        label={known ? `Tambahkan ke Masalah ${known.number}: ${name}` : `Usulkan ${name} sebagai masalah`}
        className="self-start"
      >
        {known ? `Tambahkan ke Masalah ${known.number}` : "Usulkan"}
      </SubmitButton>
    </ActionForm>
  );
}
