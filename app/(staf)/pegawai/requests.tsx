import Link from "next/link";
import type { StaffRequest } from "@/lib/privacy/staff-requests";

/** What staff asked about their own data and nobody answered yet. */
export function Requests({ requests }: { requests: readonly StaffRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="permintaan" className="no-print mb-6 border-l-4 border-soon bg-soon-soft px-4 py-3">
      <h2 id="permintaan" className="text-base">
        Pegawai yang meminta sesuatu atas datanya
      </h2>
      <ul className="mt-1">
        {requests.map(({ id, kind, staffId, name }) => (
          <li key={id}>
            <Link
              href={`/pegawai/${staffId}#permintaan`}
              prefetch={false}
              className="link inline-flex min-h-11 items-center"
            >
              {name}: {kind === "ERASURE" ? "penghapusan" : "pembetulan"}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
