import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { factRows, heading, numberCell, numberColumn, paragraphs } from "@/lib/papers/parts/blocks";
import { identity, type MeetingFacts, meetingValues, placeAndDay, readMeeting } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import { signatory } from "@/lib/papers/parts/signatories";
import { findSigners, type Signers } from "@/lib/papers/parts/signed";
import { formatDayLong } from "@/lib/time";
import { type FoundApplication, findApplication } from "@/lib/training-evaluations/application-reads";
import { applicationWords, appliedShare, levelNames } from "@/lib/training-evaluations/application-rules";

type Facts = { meeting: MeetingFacts; application: FoundApplication; signers: Signers };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const [meeting, application] = await Promise.all([readMeeting(actor, id), findApplication(actor, id)]);
  if (!meeting || !application) return null;
  const day = application.overall?.assessedOn ?? meeting.day;
  return { meeting, application, signers: await findSigners(meeting, await listAttendees(actor, id), day) };
}

type Assessed = NonNullable<FoundApplication["participants"][number]["application"]>;

const assessedOf = ({ participants }: FoundApplication) =>
  participants.flatMap(({ application, ...one }) => (application ? [{ ...one, application }] : []));

function compose({ meeting, application, signers }: Facts, settings: PaperSettings): Paper {
  const { overall, counts } = application;
  const assessed = assessedOf(application);
  const share = appliedShare(assessed.map((one) => one.application));
  return {
    title: `Evaluasi penerapan ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["EVALUASI PENERAPAN HASIL PELATIHAN", meeting.title.toUpperCase()] },
          identity(meeting, [
            ["Peserta dinilai", applicationWords(counts).split(",")[0] ?? ""],
            ["Menerapkan, seluruhnya atau sebagian", share === null ? null : `${share} %`],
          ]),
          ...(overall ? overallBlocks(overall) : []),
          heading(2, "Penilaian tiap peserta"),
          participantTable(application.participants),
          {
            type: "signatures",
            columns: 2,
            placeAndDay: placeAndDay(meeting.host, overall?.assessedOn ?? meeting.day),
            parties: [signatory(null, signers.head, `Kepala ${meeting.host.name}`)],
          },
        ],
      },
    ],
    notes: [],
  };
}

function overallBlocks({
  summary,
  obstacles,
  followUp,
  assessor,
  assessedOn,
}: NonNullable<FoundApplication["overall"]>) {
  const part = (title: string, text: string | null): Block[] =>
    text ? [heading(2, title), ...paragraphs(text.split("\n"))] : [];
  return [
    ...part("Hasil penerapan", summary),
    ...part("Hambatan", obstacles),
    ...part("Tindak lanjut", followUp),
    factRows([["Penilai", `${assessor}, ${formatDayLong(assessedOn)}`]]),
  ];
}

function participantTable(participants: FoundApplication["participants"]): Block {
  return {
    type: "table",
    caption: "Penilaian tiap peserta",
    columns: [
      numberColumn,
      { head: "Peserta", width: 24 },
      { head: "Hasil", width: 16 },
      { head: "Penerapan, hambatan, dan dukungan", width: 34 },
      { head: "Penilai", width: 20 },
    ],
    rows: participants.map(({ name, title, application: one }, index) => [
      numberCell(index + 1),
      `${name}\n${title}`,
      ...(one ? assessedCells(one) : ["Belum dinilai", "–", "–"]),
    ]),
  };
}

function assessedCells(one: Assessed): string[] {
  return [
    levelNames[one.level],
    [one.evidence, one.obstacle && `Hambatan: ${one.obstacle}`, one.support && `Dukungan: ${one.support}`]
      .filter(Boolean)
      .join("\n"),
    `${one.assessor}\n${formatDayLong(one.assessedOn)}`,
  ];
}

export const trainingApplication: PaperDefinition<Facts> = {
  kind: "training-application",
  slug: "evaluasi-penerapan",
  name: "Evaluasi penerapan",
  subject: "meeting",
  meetingKinds: ["KALAKARYA"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, application }) => ({
    values: { ...meetingValues(meeting), hasil_penerapan: application.overall?.summary ?? "" },
    lists: {
      peserta: assessedOf(application).map(({ name, title, application: one }, index) => ({
        ...{ no: `${index + 1}`, nama: name, jabatan: title, hasil: levelNames[one.level], bukti: one.evidence },
        penilai: one.assessor,
      })),
    },
  }),
  missing: ({ application: { overall, counts, participants } }) => {
    if (participants.length === 0) return ["Pelatihan ini belum memiliki peserta: pilih di bagian Pelatihan."];
    return overall || counts.assessed > 0 ? [] : ["Evaluasi penerapan belum diisi: isi di bagian Evaluasi."];
  },
};
