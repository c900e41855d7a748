import type { FoundMeeting } from "@/lib/meetings/reads";
import { kindNames, organiserWords } from "@/lib/meetings/rules";
import { dayOf, formatDay, formatHours, formatMoment } from "@/lib/time";

/** Who met, when, where, led by whom, and on what. */
export function PaperHead({ meeting, present }: { meeting: FoundMeeting; present: number }) {
  const [approval] = meeting.approvals;
  const facts = [
    ["Jenis kegiatan", meeting.typeName ?? kindNames[meeting.kind]],
    ["Hari/tanggal", formatDay(dayOf(meeting.startsAt, meeting.timeZone))],
    ["Waktu", formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)],
    ["Tempat", meeting.place],
    ["Pimpinan rapat", meeting.leader],
    ["Penyelenggara", organiserWords(meeting.organisers)],
    ["Peserta", `${present} orang`],
    [
      "Pengesahan",
      approval
        ? `${approval.approver}, ${formatMoment(approval.approvedAt, meeting.timeZone)}`
        : "Belum disahkan: isinya masih dapat berubah",
    ],
  ] as const;
  return (
    <section aria-labelledby="notulen">
      <h2 id="notulen" className="mb-2">
        Notulen
      </h2>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_1fr] print:grid-cols-[10rem_1fr]">
        {facts.map(
          ([name, words]) =>
            words && (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
      {meeting.agenda.length > 0 && (
        <>
          <h3 className="mt-4">Susunan acara</h3>
          <ol className="list-decimal pl-7">
            {meeting.agenda.map((line) => (
              <li key={line.position}>
                {[line.topic, line.presenter].filter(Boolean).join(" · ")}
                {line.minutes !== null && <span className="text-muted"> ({line.minutes} menit)</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
