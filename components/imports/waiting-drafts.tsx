import Link from "next/link";
import { formatMoment } from "@/lib/time";

type Props = {
  drafts: readonly { id: string; fileName: string; createdAt: Date }[];
  /** Where their previews lie. */
  path: string;
  timeZone: string;
};

/** Uploads that nobody confirmed yet. */
export function WaitingDrafts({ drafts, path, timeZone }: Props) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">Belum diimpor</h2>
      <p className="mt-1 text-sm text-muted">Unggahan Anda dalam 24 jam terakhir; sesudah itu terhapus sendiri.</p>
      <ul className="mt-2 flex flex-col">
        {drafts.map((draft) => (
          <li key={draft.id} className="border-b border-line py-1">
            <Link href={`${path}/${draft.id}`} prefetch={false} className="link inline-block py-2 break-all">
              {draft.fileName}
            </Link>{" "}
            <span className="text-sm text-muted">{formatMoment(draft.createdAt, timeZone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
