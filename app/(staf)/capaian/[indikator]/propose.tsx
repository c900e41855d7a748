import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, SelectField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { ProposalMeeting, Proposed } from "@/lib/pws/proposals";
import type { PwsColumn, Village } from "@/lib/pws/pws";
import { canBeProblem, figureWords, isBehind, villagesOff } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";
import { proposeAction } from "../actions";
import { meetingWords } from "../meeting-words";

type Props = {
  column: PwsColumn;
  villages: readonly Village[];
  year: number;
  month: number;
  meetings: readonly ProposalMeeting[];
  proposed: readonly Proposed[];
};

/** What is behind, proposed as a problem of a meeting with one tap, or added to the one there is. */
export function Propose({ column, villages, year, month, meetings, proposed }: Props) {
  const off = villagesOff(villages, column, canBeProblem);
  const open = meetings.filter(({ id }) => !proposed.some(({ meetingId }) => meetingId === id));
  const known = meetings.flatMap((meeting) => {
    const problems = proposed.filter(({ meetingId }) => meetingId === meeting.id);
    const lacking = off.filter(({ code }) => !problems.some(({ villageCodes }) => villageCodes.includes(code)));
    return problems.length > 0 ? [{ meeting, problems, lacking }] : [];
  });
  if (off.length === 0 && proposed.length === 0) return null;
  const shared = { column, villages, year, month };
  return (
    <section id="usulkan" aria-labelledby="judul-usulkan" className="no-print card mt-8">
      <h2 id="judul-usulkan" className="mb-2">
        Usulkan sebagai masalah
      </h2>
      {known.map(({ meeting, problems, lacking }) => (
        <div key={meeting.id} className="mb-5">
          {problems.map((problem) => (
            <p key={problem.id} className="mb-3 border-l-4 border-done bg-done-soft px-3 py-2">
              <Link
                href={`/kegiatan/${problem.meetingId}/masalah#masalah-${problem.number}`}
                prefetch={false}
                className="link font-semibold"
              >
                Masalah {problem.number}
              </Link>{" "}
              {problem.meeting.title}
            </p>
          ))}
          {lacking.length > 0 && (
            <ProposeForm
              {...shared}
              meetings={[meeting]}
              off={lacking}
              submit={`Tambahkan ke Masalah ${problems[0]?.number}`}
            />
          )}
        </div>
      ))}
      {off.length > 0 && open.length > 0 && (
        <ProposeForm {...shared} meetings={open} off={off} submit="Usulkan sebagai masalah" />
      )}
      {off.length > 0 && meetings.length === 0 && <NoMeeting />}
    </section>
  );
}

type Off = ReturnType<typeof villagesOff>;

function ProposeForm({
  column: { indicator, achievements },
  villages,
  year,
  month,
  meetings,
  off,
  submit,
}: Omit<Props, "proposed"> & { off: Off; submit: string }) {
  const behind = off.filter(({ code }) => {
    const own = achievements[villages.findIndex((village) => village.code === code)];
    return own ? isBehind(own) : false;
  });
  const checked = behind.length > 0 ? behind : off;
  const [first] = meetings;
  return (
    <ActionForm action={proposeAction} submit={submit} tone="plain">
      <HiddenField name="id" initial={randomUUID()} />
      <input type="hidden" name="indicatorId" value={indicator.id} />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="from" value="indikator" />
      <CheckboxGroup
        name="villages[]"
        legend={say("Desa")}
        hint="Di bawah target sudah dicentang. Angkanya ikut tercatat sebagai data pendukung."
        columns
        initial={checked.map(({ code }) => code)}
        options={off.map(({ code, name, figure }) => ({
          value: code,
          label: `${name}, ${figureWords(indicator, figure)}`,
        }))}
      />
      {meetings.length === 1 && first ? (
        <p>
          Masuk ke: {meetingWords(first)}
          <input type="hidden" name="meetingId" value={first.id} />
        </p>
      ) : (
        <SelectField
          name="meetingId"
          label="Masuk ke kegiatan"
          initial={first?.id}
          options={meetings.map((meeting) => ({ value: meeting.id, label: meetingWords(meeting) }))}
        />
      )}
    </ActionForm>
  );
}

export function NoMeeting() {
  return (
    <p>
      Belum ada Lokmin yang menerima masalah.{" "}
      <Link href="/kegiatan/baru" prefetch={false} className="link">
        Buat Lokmin berikutnya
      </Link>
      , lalu usulkan dari sini.
    </p>
  );
}
