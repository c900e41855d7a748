import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SignOut } from "@/components/shell/sign-out";
import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { formatClock } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice, queryPage, queryText } from "@/lib/web/query";
import { achievementSlide } from "./achievement-slide";
import { agendaSlide } from "./agenda-slide";
import { carryOverSlide } from "./carry-over-slide";
import { codeSlide } from "./code-slide";
import { planSlide } from "./plan-slide";
import { problemSlide } from "./problem-slide";
import { ProjectorKeys } from "./projector-keys";
import { type Slide, slideAddress, type View, viewNames, views } from "./slide";

export const metadata: Metadata = { title: "Layar proyektor" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** How often each view is read anew while it is shown; the code turns by itself. */
const everySeconds: Record<View, number | null> = {
  kode: null,
  acara: 15,
  janji: 10,
  capaian: 60,
  masalah: 10,
  rtl: 5,
};

/** For the projector: one thing at a time, readable from eight metres. What it shows is in the address. */
export default async function ProjectorPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const { tampil, ke } = await searchParams;
  const view = queryChoice(tampil, views) ?? "kode";
  const now = new Date();
  const place = queryText(ke) === "" ? null : queryPage(ke);
  const slide = await slideOf(view, { actor, meeting, place, now });
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="20" />
      </noscript>
      <main className="projector flex min-h-dvh flex-col">
        <header className="flex items-baseline justify-between gap-[2vw] border-b-2 border-ink px-[2vw] py-[0.8vh]">
          <h1 className="line-clamp-1 text-[1em] leading-tight font-semibold">{meeting.title}</h1>
          <p className="text-[1em] whitespace-nowrap">{formatClock(now, meeting.timeZone)}</p>
        </header>
        <div className="grid flex-1 grid-cols-2 sm:grid-cols-[5vw_minmax(0,1fr)_5vw]">
          <Edge href={slide.previous} label="Sebelumnya" sign="‹" className="max-sm:order-2" />
          <div className="flex min-w-0 flex-col p-[2vh] max-sm:col-span-2 sm:px-[1vw]">{slide.body}</div>
          <Edge href={slide.next} label="Berikutnya" sign="›" className="max-sm:order-3" />
        </div>
        <ProjectorKeys previous={slide.previous} next={slide.next} everySeconds={everySeconds[view]} />
        <nav aria-label="Tampilan layar" className="border-t-2 border-ink">
          <ul className="flex flex-wrap justify-center">
            {views.map((each) => (
              <li key={each}>
                <Link
                  href={slideAddress(meeting.id, each)}
                  prefetch={false}
                  aria-current={each === view ? "page" : undefined}
                  className="flex min-h-11 items-center px-[1.6vw] py-[0.6vh] text-[1em] no-underline aria-[current=page]:bg-ink aria-[current=page]:font-bold aria-[current=page]:text-ground"
                >
                  {viewNames[each]}
                </Link>
              </li>
            ))}
            <li>
              <Link
                href={`/kegiatan/${meeting.id}`}
                prefetch={false}
                aria-label="Tutup layar"
                className="flex min-h-11 items-center px-[1.6vw] py-[0.6vh] no-underline"
              >
                <span aria-hidden="true">×</span>
              </Link>
            </li>
            <li>
              <SignOut className="flex min-h-11 items-center gap-[0.4vw] px-[1.6vw] py-[0.6vh] text-[1em]" />
            </li>
          </ul>
        </nav>
      </main>
    </>
  );
}

type Wanted = { actor: Actor; meeting: FoundMeeting; place: number | null; now: Date };

async function slideOf(view: View, { actor, meeting, place, now }: Wanted): Promise<Slide> {
  const from = place ?? 1;
  switch (view) {
    case "acara":
      return agendaSlide(meeting, now);
    case "janji":
      return carryOverSlide(actor, meeting, from, now);
    case "capaian":
      return achievementSlide(actor, meeting, from);
    case "masalah":
      return problemSlide(actor, meeting, from);
    case "rtl":
      return planSlide(actor, meeting, place);
    case "kode":
      return codeSlide(actor, meeting);
  }
}

type EdgeProps = { href: string | null; label: string; sign: string; className: string };

/** A whole side of the projector view to press; empty where there is nothing on that side. */
function Edge({ href, label, sign, className }: EdgeProps) {
  if (!href) return <span className={className} />;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className={`flex min-h-14 items-center justify-center text-[2.5em] leading-none no-underline hover:bg-sunken ${className}`}
    >
      <span aria-hidden="true">{sign}</span>
    </Link>
  );
}
