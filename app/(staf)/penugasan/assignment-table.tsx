import Link from "next/link";
import { ScrollBox } from "@/components/scroll-box";
import type { Assignment } from "@/lib/assignments/reads";
import { professionNames } from "@/lib/staff/professions";
import { formatDayShort } from "@/lib/time";
import { StateBadge } from "./state-badge";

export function AssignmentTable({ assignments }: { assignments: readonly Assignment[] }) {
  return (
    <ScrollBox label="Daftar penugasan khusus">
      <table className="table">
        <caption className="sr-only">Penugasan khusus</caption>
        <thead>
          <tr>
            {["Nama", "Profesi", "Tempat tugas", "Mulai", "Berakhir", "Status"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {assignments.map((assignment) => (
            <tr key={assignment.id}>
              <th scope="row">
                <Link href={`/penugasan/${assignment.id}`} prefetch={false} className="link">
                  {assignment.staff.name}
                </Link>
              </th>
              <td>{professionNames[assignment.staff.profession]}</td>
              <td>{assignment.organisation.name}</td>
              <td className="whitespace-nowrap">{formatDayShort(assignment.startsOn)}</td>
              <td className="whitespace-nowrap">{assignment.endsOn ? formatDayShort(assignment.endsOn) : "–"}</td>
              <td>
                <StateBadge assignment={assignment} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
