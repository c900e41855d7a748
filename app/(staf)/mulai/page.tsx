import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { readFirstDay } from "@/lib/first-day/facts";
import { firstDayOf } from "@/lib/first-day/steps";
import { requireActor } from "@/lib/web/session";
import { StepList } from "./step-list";

export const metadata: Metadata = { title: "Hari pertama" };

/** The first day on one page: it ticks itself off by what is there. */
export default async function FirstDayPage() {
  const actor = await requireActor();
  const facts = await readFirstDay(actor);
  if (!facts) notFound();
  const { steps, next } = firstDayOf(actor, facts);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <>
      <PageHeader title="Hari pertama">
        <p className="mt-1 max-w-prose text-muted">
          {done === steps.length
            ? "Semua langkah selesai. Halaman ini boleh ditutup; setiap langkah dapat dibuka lagi dari sini."
            : `${done} dari ${steps.length} langkah selesai. Halaman ini mencentang sendiri apa yang sudah ada.`}
        </p>
      </PageHeader>
      <StepList steps={steps} nextId={next?.id ?? null} />
    </>
  );
}
