import Link from "next/link";
import { Badge } from "@/components/badge";
import type { FoundCluster } from "@/lib/clusters/reads";
import type { MemberWords } from "@/lib/clusters/rules";
import { formatDayShort } from "@/lib/time";

type Props = { cluster: FoundCluster; words: MemberWords; canManage: boolean };

/** One cluster: its puskesmas, its reviewers, and their stand-ins now and to come. */
export function ClusterRow({ cluster, words, canManage }: Props) {
  const standIns = cluster.standIns.filter(({ state }) => state !== "PAST").toReversed();
  const isUnattended = cluster.reviewers.length === 0 && !standIns.some(({ state }) => state === "NOW");
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {canManage ? (
          <Link href={`/klaster/${cluster.id}`} prefetch={false} className="link font-semibold">
            {cluster.name}
          </Link>
        ) : (
          <span className="font-semibold">{cluster.name}</span>
        )}
        <span className="text-sm text-muted">
          {cluster.members.length} {words.plural}
        </span>
        {isUnattended && <Badge tone="soon">Belum ada peninjau</Badge>}
      </div>
      <p className="mt-1">{cluster.reviewers.map(({ name }) => name).join(", ") || "Tanpa peninjau tetap"}</p>
      {standIns.map(({ id, name, since, until, state }) => (
        <p key={id} className="mt-1 text-sm">
          {name} {state === "NOW" ? "menggantikan sampai" : "akan menggantikan"}{" "}
          {state === "NOW" ? formatDayShort(until) : `${formatDayShort(since)} sampai ${formatDayShort(until)}`}
        </p>
      ))}
      <p className="mt-1 text-sm text-muted">{cluster.members.map(({ name }) => name).join(", ")}</p>
    </li>
  );
}
