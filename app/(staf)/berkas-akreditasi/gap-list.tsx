import Link from "next/link";
import type { Gap } from "@/lib/evidence-pack/gaps";
import { elements } from "@/lib/evidence-pack/rules";

/** What is still missing, by what an assessor looks for; each leads to where it is mended. */
export function GapList({ gaps }: { gaps: readonly Gap[] }) {
  return (
    <section aria-labelledby="kurang">
      <h2 id="kurang" className="mb-2">
        Yang masih kurang
      </h2>
      {gaps.length === 0 && <p>Tidak ada: semua bukti wajib dari kegiatan yang terlaksana sudah ada.</p>}
      {elements
        .map((element) => ({ ...element, own: gaps.filter(({ ep }) => ep === element.ep) }))
        .filter(({ own }) => own.length > 0)
        .map(({ ep, own }) => (
          <details key={ep} open className="border-t border-line py-2">
            <summary className="min-h-11 font-semibold">
              EP {ep}: {own.length} kurang
            </summary>
            <ul className="list-disc pl-6">
              {own.map(({ meetingId, meeting, text }) => (
                <li key={`${meeting}${text}`}>
                  {meetingId ? (
                    <Link href={`/kegiatan/${meetingId}/pengesahan`} prefetch={false} className="link">
                      {meeting}
                    </Link>
                  ) : (
                    meeting
                  )}
                  : {text}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}
