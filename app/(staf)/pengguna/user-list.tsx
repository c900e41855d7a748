import Link from "next/link";
import { Badge } from "@/components/badge";
import type { ListedUser } from "@/lib/users/reads";
import { roleNames } from "@/lib/users/rules";

type Props = { users: readonly ListedUser[]; ownId: string; withOrganisation: boolean };

/** Users: a table on a desk, cards on a phone. */
export function UserList({ users, ownId, withOrganisation }: Props) {
  return (
    <>
      <ul className="flex flex-col gap-3 md:hidden">
        {users.map((user) => (
          <li key={user.id} className="card">
            <UserLink user={user} ownId={ownId} />
            {user.position && <p>{user.position}</p>}
            <p className="text-sm text-muted">{user.email}</p>
            {withOrganisation && <p className="text-sm text-muted">{user.organisation.name}</p>}
            <p className="mt-2 flex flex-wrap items-center gap-2">
              {roleNames[user.role]}
              <State user={user} />
            </p>
          </li>
        ))}
      </ul>
      <div className="hidden overflow-x-auto md:block">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Nama dan jabatan</th>
              <th scope="col">Alamat email</th>
              {withOrganisation && <th scope="col">Instansi</th>}
              <th scope="col">Peran</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <tr key={user.id}>
                <td>
                  <UserLink user={user} ownId={ownId} />
                  {user.position && <span className="block text-muted">{user.position}</span>}
                </td>
                <td>{user.email}</td>
                {withOrganisation && <td>{user.organisation.name}</td>}
                <td>{roleNames[user.role]}</td>
                <td>
                  <State user={user} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function UserLink({ user, ownId }: { user: ListedUser; ownId: string }) {
  return (
    <>
      <Link href={`/pengguna/${user.id}`} prefetch={false} className="link inline-block py-1 font-semibold">
        {user.name}
      </Link>
      {user.id === ownId && <span className="text-muted"> (Anda)</span>}
    </>
  );
}

function State({ user }: { user: ListedUser }) {
  if (user.deactivatedAt) return <Badge>Nonaktif</Badge>;
  if (!user.hasPassword) return <Badge tone="soon">Belum pernah masuk</Badge>;
  return <Badge tone="done">Aktif</Badge>;
}
