import { AppLink } from "@/components/app-link";
import { MeetingEscalations } from "@/components/escalations/meeting-escalations";
import { Icon } from "@/components/icon";
import { ShareBar } from "@/components/share-bar";
import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { formatPhone } from "@/lib/directory/rules";
import { listMeetingEscalations } from "@/lib/escalations/meeting";
import { findProgress } from "@/lib/evidence/reads";
import { listMisnamed } from "@/lib/invitations/people-of-day";
import type { AskedMeeting } from "@/lib/meetings/asked";
import type { FoundMeeting } from "@/lib/meetings/reads";
import {
  canWriteMeeting,
  isApproved,
  isHostedAbove,
  organiserWords,
  periodName,
  takesTicks,
  timingNotice,
} from "@/lib/meetings/rules";
import { findVisit } from "@/lib/programmes/reads";
import { seesProgrammes } from "@/lib/programmes/rules";
import { type FoundTemplate, findTemplateOf } from "@/lib/templates/reads";
import { canBecomeTemplate } from "@/lib/templates/rules";
import { dayOf } from "@/lib/time";
import { requireMeetingOrAsked } from "@/lib/web/meeting";
import { Agenda } from "./agenda";
import { ConsentForm } from "./consent-form";
import { EndingSteps } from "./ending-steps";
import { Expectations } from "./expectations";
import { MeetingSteps } from "./meeting-steps";
import { NextSteps } from "./next-steps";
import { SaveAsTemplate } from "./save-as-template";
import { MisnamedList } from "./undangan/misnamed-list";
import { VisitSummary } from "./visit-summary";

export default async function MeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const found = await requireMeetingOrAsked((await params).id);
  if (found.asked) return <AskedPage actor={found.actor} asked={found.asked} />;
  const { actor, meeting } = found;
  const canWrite = canWriteMeeting(actor, meeting);
  const [{ counts, checklist }, escalations, template, misnamed, visit] = await Promise.all([
    findProgress(meeting),
    listMeetingEscalations(actor, meeting),
    findTemplateOf(actor, meeting),
    canWrite ? listMisnamed(actor, meeting) : [],
    meeting.kind === "COACHING_VISIT" ? findVisit(actor, meeting.id) : null,
  ]);
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_auto_1fr]">
      <div className="lg:col-span-2">
        <MeetingSteps meeting={meeting} counts={counts} checklist={checklist} submissions={meeting.submissions} />
      </div>
      {misnamed.length > 0 && (
        <div className="lg:col-span-2">
          <MisnamedList meeting={meeting} rows={misnamed} isLocked={isApproved(meeting)} />
        </div>
      )}
      {canWrite && (
        <div className="lg:col-start-2">
          <NextSteps
            actor={actor}
            meeting={meeting}
            counts={counts}
            submissions={meeting.submissions}
            now={new Date()}
          />
        </div>
      )}
      <div className="flex flex-col gap-8 lg:col-start-1 lg:row-span-2 lg:row-start-2">
        {meeting.status === "CLOSED" && (
          <section aria-labelledby="hadir">
            <h2 id="hadir" className="mb-2">
              Kehadiran
            </h2>
            <p>
              <b>{counts.present}</b> hadir atau diwakili, {counts.invited} diundang.{" "}
              <AppLink href={`/kegiatan/${meeting.id}/kehadiran`} className="link">
                Lihat kehadiran
              </AppLink>
            </p>
          </section>
        )}
        {counts.invited > 0 && meeting.status !== "CLOSED" && (
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
        {visit && <VisitSummary visit={visit} canOpenProgramme={seesProgrammes(actor)} />}
        {meeting.sessions > 0 && (
          <section aria-labelledby="jadwal-sesi">
            <h2 id="jadwal-sesi" className="mb-2">
              Jadwal sesi
            </h2>
            <AppLink href={`/kegiatan/${meeting.id}/pelatihan`} className="link">
              {meeting.sessions} sesi di bagian Pelatihan
            </AppLink>
          </section>
        )}
        {((!visit && meeting.sessions === 0) || meeting.agenda.length > 0) && (
          <Agenda
            lines={meeting.agenda.map(({ position, topic, minutes, presenter }) => ({
              position,
              topic,
              minutes,
              presenter,
            }))}
          />
        )}
        <MeetingEscalations escalations={escalations} />
        <Expectations
          meetingId={meeting.id}
          rows={meeting.expectations}
          timeZone={meeting.timeZone}
          canTick={canWrite && takesTicks(meeting)}
        />
      </div>
      <aside className="flex flex-col gap-6 lg:col-start-2">
        <Facts meeting={meeting} template={template} />
        {canWrite && canBecomeTemplate(meeting) && <SaveAsTemplate meeting={meeting} />}
        {canWrite && <EndingSteps actor={actor} meeting={meeting} checklist={checklist} />}
      </aside>
    </div>
  );
}

/** All that a puskesmas sees of a meeting before it agrees to hold it. */
function AskedPage({ actor, asked }: { actor: Actor; asked: AskedMeeting }) {
  if (isPuskesmasWriter(actor)) return <ConsentForm meeting={asked} />;
  return <p>{asked.host.name} mengajak puskesmas Anda mengadakan kegiatan ini bersama. Petugas belum menjawabnya.</p>;
}

function Facts({ meeting, template }: { meeting: FoundMeeting; template: FoundTemplate | null }) {
  const notice = timingNotice(meeting, dayOf(meeting.startsAt, meeting.timeZone));
  const second = meeting.organisers.find((organiser) => organiser.secondReason);
  return (
    <dl className="card grid gap-3">
      {meeting.typeName && <Fact term="Jenis" text={meeting.typeName} />}
      {isHostedAbove(meeting) ? (
        <Fact term="Diadakan oleh" text={meeting.host.name} />
      ) : (
        <>
          <Fact term="Periode" text={periodName(meeting)} notice={notice} />
          <Fact term="Pimpinan rapat" text={meeting.leader ?? "belum diisi"} />
        </>
      )}
      <Fact
        term={
          isHostedAbove(meeting) ? "Dikunjungi" : meeting.organisers.length > 1 ? "Diadakan bersama" : "Penyelenggara"
        }
        text={organiserWords(meeting.organisers)}
        notice={waitingWords(meeting)}
      />
      {meeting.contactPhone && (
        <Fact
          term="Narahubung"
          text={[meeting.contactName, formatPhone(meeting.contactPhone)].filter(Boolean).join(", ")}
        />
      )}
      {second?.secondReason && <Fact term="Alasan diadakan dua kali" text={second.secondReason} />}
      {template && (
        <div>
          <dt className="text-sm text-muted">Dari templat</dt>
          <dd>
            <AppLink href={`/templat/${template.id}`} className="link">
              {template.name}
            </AppLink>
            , {template.organisation.name}
          </dd>
        </div>
      )}
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

/** Who was asked to hold it together and has not answered. */
function waitingWords({ asked }: FoundMeeting): string | null {
  return asked.length > 0 ? `Belum menyetujui: ${organiserWords(asked)}` : null;
}

function Fact({ term, text, notice = null }: { term: string; text: string; notice?: string | null }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>
        {text}
        {notice && <span className="block text-sm text-muted">{notice}</span>}
      </dd>
    </div>
  );
}
