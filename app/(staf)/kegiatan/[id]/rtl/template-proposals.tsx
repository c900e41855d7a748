import Link from "next/link";
import type { FoundTemplate } from "@/lib/templates/reads";

type Props = {
  meetingId: string;
  template: FoundTemplate | null;
  items: readonly { activity: string }[];
};

/** Rows of the template the meeting was made from, as far as they are not in its plan yet: one tap fills the form. */
export function TemplateProposals({ meetingId, template, items }: Props) {
  const planned = new Set(items.map((item) => item.activity.toLowerCase()));
  const open = (template?.content.items ?? [])
    .map((item, index) => ({ ...item, number: index + 1 }))
    .filter((item) => !planned.has(item.activity.toLowerCase()));
  if (!template || open.length === 0) return null;
  return (
    <section aria-labelledby="usulan" className="no-print mt-8">
      <h2 id="usulan" className="mb-1">
        Usulan dari templat
      </h2>
      <p className="mb-2 text-sm text-muted">
        {template.name}, {template.organisation.name}. Isi penanggung jawab dan batas waktunya bersama peserta.
      </p>
      <ul className="border-t border-line">
        {open.map((item) => (
          <li
            key={item.number}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p>{item.activity}</p>
              {item.problem && <p className="text-sm text-muted">Masalah: {item.problem}</p>}
            </div>
            <Link
              href={`/kegiatan/${meetingId}/rtl/tambah?usulan=${item.number}`}
              prefetch={false}
              className="button"
              aria-label={`Pakai usulan: ${item.activity}`}
            >
              Pakai usulan
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
