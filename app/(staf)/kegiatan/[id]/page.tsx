import Link from "next/link";
import { Icon } from "@/components/icon";
import { ShareBar } from "@/components/share-bar";
import { countMeeting, type FoundMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, isApproved, isEditable, openSteps, periodName } from "@/lib/meetings/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { MeetingSteps } from "./meeting-steps";
import { StepForm } from "./step-form";

export default async function MeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const counts = await countMeeting(actor, meeting.id);
  const canWrite = canWriteMeeting(actor, meeting);
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="lg:col-span-2">
        <MeetingSteps actor={actor} meeting={meeting} counts={counts} />
      </div>
      <div className="flex flex-col gap-8">
        {counts.invited > 0 && (
          <section aria-labelledby="jawaban">
            <h2 id="jawaban" className="mb-2">
              Jawaban undangan
            </h2>
            <ShareBar
              label={`Jawaban ${counts.invited} undangan`}
              shares={[
                { label: "hadir", count: counts.hadir, tone: "done" },
                { label: "diwakili", count: counts.diwakili, tone: "accent" },
                { label: "tidak hadir", count: counts.tidakHadir, tone: "late" },
                {
                  label: "belum menjawab",
                  count: counts.invited - counts.hadir - counts.diwakili - counts.tidakHadir,
                  tone: "plain",
                },
              ]}
            />
          </section>
        )}
        <Agenda meeting={meeting} />
      </div>
      <aside className="flex flex-col gap-6">
        {canWrite && (
          <section aria-labelledby="langkah" className="no-print flex flex-col gap-3">
            <h2 id="langkah">Langkah berikut</h2>
            {openSteps(meeting.status, isApproved(meeting)).map((step) => (
              <StepForm key={step} id={meeting.id} step={step} />
            ))}
            {isEditable(meeting.status) && (
              <Link href={`/kegiatan/${meeting.id}/ubah`} prefetch={false} className="button">
                Ubah kegiatan
              </Link>
            )}
          </section>
        )}
        <Facts meeting={meeting} />
      </aside>
    </div>
  );
}

function Agenda({ meeting }: { meeting: FoundMeeting }) {
  return (
    <section aria-labelledby="acara">
      <h2 id="acara" className="mb-2">
        Susunan acara
      </h2>
      {meeting.agenda.length === 0 ? (
        <p className="text-muted">Belum diisi. Tambahkan lewat “Ubah kegiatan”.</p>
      ) : (
        <ol className="border-t border-line">
          {meeting.agenda.map((line) => (
            <li key={line.position} className="grid grid-cols-[2rem_1fr_auto] gap-x-2 border-b border-line py-2">
              <span className="text-muted">{line.position}.</span>
              <span>
                {line.topic}
                {line.presenter && <span className="block text-sm text-muted">{line.presenter}</span>}
              </span>
              <span className="text-sm text-muted">{line.minutes ? `${line.minutes} menit` : ""}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Facts({ meeting }: { meeting: FoundMeeting }) {
  const second = meeting.organisers.find((organiser) => organiser.secondReason);
  return (
    <dl className="card grid gap-3">
      <Fact term="Periode" text={periodName(meeting)} />
      <Fact term="Pimpinan rapat" text={meeting.leader ?? "belum diisi"} />
      <Fact
        term={meeting.organisers.length > 1 ? "Diadakan bersama" : "Penyelenggara"}
        text={meeting.organisers.map((organiser) => organiser.puskesmas.name).join(", ")}
      />
      {second?.secondReason && <Fact term="Alasan diadakan dua kali" text={second.secondReason} />}
      {meeting.mapUrl && (
        <div>
          <dt className="text-sm text-muted">Peta</dt>
          <dd>
            <a href={meeting.mapUrl} rel="noreferrer" className="link inline-flex items-center gap-1">
              <Icon name="pin" className="size-4" />
              Lihat peta
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
