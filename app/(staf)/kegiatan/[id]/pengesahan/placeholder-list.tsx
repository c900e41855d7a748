import Link from "next/link";
import type { Placeholder } from "@/lib/placeholders/rules";

/** Every placeholder that was left, with where it is: mended there, or confirmed when approving. */
export function PlaceholderList({ meetingId, found }: { meetingId: string; found: readonly Placeholder[] }) {
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="belum-diisi" className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      <h3 id="belum-diisi" className="mb-1 text-lg">
        Tampaknya belum diisi ({found.length})
      </h3>
      <p className="mb-2">Isian ini masih seperti contoh. Perbaiki di tempatnya, atau konfirmasi saat mengesahkan.</p>
      <ul className="list-disc pl-5">
        {found.map(({ words, place, path }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is read, never reordered
          <li key={index}>
            <Link href={`/kegiatan/${meetingId}${path}`} prefetch={false} className="link">
              {place}
            </Link>
            : <q>{words}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
