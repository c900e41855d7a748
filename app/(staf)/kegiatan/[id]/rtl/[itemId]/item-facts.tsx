import Link from "next/link";
import type { ReactNode } from "react";
import { ItemOwner } from "@/components/plan/item-parts";
import type { FoundItem } from "@/lib/plan/reads";
import { fundingNames, isBeyondNextQuarter, priorityNames, targetWords } from "@/lib/plan/rules";
import { dayOf, formatDay } from "@/lib/time";
import { say } from "@/lib/web/local-words";

/** What was agreed; what nobody filled in is left out. */
export function ItemFacts({ item }: { item: FoundItem }) {
  const isBeyond = isBeyondNextQuarter(item.deadline, dayOf(item.plannedAt, item.timeZone));
  const hasProblem = item.problem !== null || item.problemNumber !== null;
  const facts: [string, ReactNode][] = [
    ["Masalah", hasProblem && <AnsweredProblem key="problem" item={item} />],
    ["Penyebab", item.cause],
    ["Penanggung jawab", <ItemOwner key="owner" item={item} />],
    ["Pihak pendukung", item.support],
    ["Batas waktu", formatDay(item.deadline)],
    [say("Desa sasaran"), item.villages.map((village) => village.name).join(", ")],
    ["Indikator", item.indicator],
    ["Target", targetWords(item)],
    ["Sumber dana", item.fundingSource && fundingNames[item.fundingSource]],
    ["Prioritas", priorityNames[item.priority]],
  ];
  return (
    <section>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-muted max-sm:-mb-3">{label}</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ))}
      </dl>
      {!item.hasAgreed && (
        <p className="mt-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          {item.responsibleInstitution} tidak diundang dan tidak hadir dalam kegiatan ini, jadi belum menyetujui RTL
          ini. Sampaikan kepada mereka.
        </p>
      )}
      {isBeyond && (
        <p className="mt-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          Batas waktunya sesudah triwulan berikutnya, padahal RTL dievaluasi setiap triwulan.
        </p>
      )}
    </section>
  );
}

/** The words of the problem as the row copied them, and the problem they came from. */
function AnsweredProblem({ item }: { item: FoundItem }) {
  return (
    <>
      {item.problem}
      {item.problemNumber !== null && (
        <Link
          href={`/kegiatan/${item.meetingId}/masalah#masalah-${item.problemNumber}`}
          prefetch={false}
          className="link block"
        >
          Menjawab masalah {item.problemNumber}
        </Link>
      )}
    </>
  );
}
