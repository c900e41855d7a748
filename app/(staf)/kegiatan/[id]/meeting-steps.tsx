import Link from "next/link";
import { Icon } from "@/components/icon";
import type { FoundMeeting, MeetingCounts } from "@/lib/meetings/reads";

type Step = { name: string; room: string; isDone: boolean; says: string };

/** How far the meeting is, and what is missing: prepare, invite, hold, agree, close. */
export function MeetingSteps({ meeting, counts }: { meeting: FoundMeeting; counts: MeetingCounts }) {
  if (meeting.status === "CANCELLED") return null;
  const steps = stepsOf(meeting, counts);
  const current = steps.findIndex((step) => !step.isDone);
  return (
    <ol className="grid gap-2 sm:grid-cols-5">
      {steps.map((step, index) => (
        <li key={step.name} aria-current={index === current ? "step" : undefined}>
          <Link
            href={`/kegiatan/${meeting.id}${step.room}`}
            prefetch={false}
            className={`flex h-full min-h-11 gap-2 border-t-4 px-1 py-2 no-underline hover:bg-sunken ${step.isDone ? "border-done" : index === current ? "border-accent" : "border-line"}`}
          >
            <span className={step.isDone ? "text-done" : "text-muted"}>
              {step.isDone ? <Icon name="check" /> : <span className="inline-block w-5 text-center">{index + 1}</span>}
            </span>
            <span>
              <span className="block font-semibold">
                {step.name}
                {step.isDone && <span className="sr-only"> (selesai)</span>}
              </span>
              <span className="block text-sm text-muted">{step.says}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(meeting: FoundMeeting, counts: MeetingCounts): Step[] {
  const { status } = meeting;
  const isSet = status !== "DRAFT" && status !== "POSTPONED";
  const hasRun = status === "IN_PROGRESS" || status === "CLOSED";
  return [
    {
      name: "Siapkan",
      room: "",
      isDone: isSet && meeting.agenda.length > 0,
      says: meeting.agenda.length === 0 ? "susunan acara belum diisi" : isSet ? "terjadwal" : "belum dijadwalkan",
    },
    {
      name: "Undang",
      room: "/undangan",
      isDone: counts.invited > 0 && (hasRun || counts.handedOut >= counts.invited),
      says: counts.invited === 0 ? "belum ada undangan" : `${counts.handedOut} dari ${counts.invited} dihubungi`,
    },
    {
      name: "Laksanakan",
      room: "/kehadiran",
      isDone: counts.present > 0,
      says: counts.present > 0 ? `${counts.present} hadir` : "daftar hadir kosong",
    },
    {
      name: "Sepakati",
      room: "/rtl",
      isDone: counts.actionItems > 0,
      says: counts.actionItems > 0 ? `${counts.actionItems} RTL` : "RTL belum ditulis",
    },
    { name: "Tutup", room: "", isDone: status === "CLOSED", says: status === "CLOSED" ? "terkunci" : "belum ditutup" },
  ];
}
