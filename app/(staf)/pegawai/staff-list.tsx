import Link from "next/link";
import { Badge } from "@/components/badge";
import type { ListedStaff } from "@/lib/staff/reads";
import { endOf, professionOf, statusOf, termDays } from "./staff-words";

type Props = { staff: readonly ListedStaff[]; withOffice: boolean; today: string };

export function StaffList({ staff, withOffice, today }: Props) {
  return (
    <>
      <ul className="flex flex-col gap-3 md:hidden">
        {staff.map((member) => (
          <li key={member.id} className="card">
            <NameLink member={member} />
            <p className="text-sm text-muted">{professionOf(member)}</p>
            <Term member={member} today={today} />
            {withOffice && <p className="text-sm">{member.office}</p>}
          </li>
        ))}
      </ul>
      <div className="hidden overflow-x-auto md:block">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Nama</th>
              <th scope="col">Profesi</th>
              <th scope="col">Status dan jabatan</th>
              {withOffice && <th scope="col">Instansi</th>}
            </tr>
          </thead>
          <tbody>
            {staff.map((member) => (
              <tr key={member.id}>
                <td>
                  <NameLink member={member} />
                </td>
                <td>{professionOf(member)}</td>
                <td>
                  <Term member={member} today={today} />
                </td>
                {withOffice && <td>{member.office}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function NameLink({ member }: { member: ListedStaff }) {
  return (
    <Link href={`/pegawai/${member.id}`} prefetch={false} className="link inline-block py-1 font-semibold">
      {member.name}
    </Link>
  );
}

function Term({ member: { term }, today }: { member: ListedStaff; today: string }) {
  if (!term) return <span className="text-muted">–</span>;
  const end = endOf(term, today);
  return (
    <>
      {statusOf(term)}
      {(term.endsOn || end) && <span className="block text-sm text-muted">{termDays(term)}</span>}
      {end && <Badge tone={term.endReason ? "plain" : "soon"}>{end}</Badge>}
    </>
  );
}
