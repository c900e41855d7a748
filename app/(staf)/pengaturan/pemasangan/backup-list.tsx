import { Badge } from "@/components/badge";
import type { findBackups } from "@/lib/backups/reads";
import { backupKindName } from "@/lib/backups/rules";
import { formatSize } from "@/lib/documents/rules";
import { formatMoment } from "@/lib/time";

type Props = Pick<Awaited<ReturnType<typeof findBackups>>, "backups"> & { timeZone: string };

export function BackupList({ backups, timeZone }: Props) {
  if (backups.length === 0) return null;
  return (
    <ol className="mt-6 border-t border-line">
      {backups.map(({ id, kind, startedAt, finishedAt, place, bytes, isEncrypted, failure }) => (
        <li key={id} className="border-b border-line py-3">
          <p>
            {formatMoment(startedAt, timeZone)}, {backupKindName(kind)}{" "}
            {finishedAt ? <Badge tone="done">diperiksa</Badge> : <Badge tone="late">gagal</Badge>}{" "}
            {isEncrypted && <Badge>disandikan</Badge>}
          </p>
          <p className="text-sm break-all text-muted">
            {finishedAt ? `${place}, ${formatSize(bytes)}` : (failure ?? "Terputus.")}
          </p>
        </li>
      ))}
    </ol>
  );
}
