import Link from "next/link";
import type { FoundVisit } from "@/lib/programmes/reads";
import { checklistPercent, isAnswered } from "@/lib/programmes/rules";

/** What makes a meeting a visit: its programme, who goes along, how far the checklist is. */
export function VisitSummary({ visit, canOpenProgramme }: { visit: FoundVisit; canOpenProgramme: boolean }) {
  const { meetingId, programme, team, checklist } = visit;
  const percent = checklistPercent(checklist);
  return (
    <section aria-labelledby="program">
      <h2 id="program" className="mb-2">
        {canOpenProgramme ? (
          <Link href={`/program/${programme.id}`} prefetch={false} className="link">
            {programme.name}
          </Link>
        ) : (
          programme.name
        )}
      </h2>
      <p className="max-w-prose">{programme.goal}</p>
      <h3 className="mt-4 mb-1">Fasilitator</h3>
      {team.length === 0 ? (
        <p className="text-muted">Belum ada</p>
      ) : (
        <ul>
          {team.map(({ facilitatorId, name, title, institution }) => (
            <li key={facilitatorId}>
              {name} <span className="text-muted">{`${title}, ${institution}`}</span>
            </li>
          ))}
        </ul>
      )}
      {checklist.length > 0 && (
        <p className="mt-4">
          <Link href={`/kegiatan/${meetingId}/periksa`} prefetch={false} className="link">
            Daftar periksa
          </Link>
          : {checklist.filter(isAnswered).length} dari {checklist.length} butir terisi
          {percent !== null && `, ${percent} dari 100`}
        </p>
      )}
    </section>
  );
}
