import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import { numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { identity, type MeetingFacts, meetingValues, readMeeting } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import { sessionsOf } from "@/lib/papers/parts/sessions";
import { signatory } from "@/lib/papers/parts/signatories";
import { findSigners, type Signers } from "@/lib/papers/parts/signed";

type Facts = { meeting: MeetingFacts; signers: Signers };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  return meeting && { meeting, signers: await findSigners(meeting, await listAttendees(actor, id)) };
}

function compose({ meeting, signers }: Facts, settings: PaperSettings): Paper {
  const sessions = sessionsOf(meeting);
  return {
    title: `Jadwal sesi ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["JADWAL SESI", meeting.title.toUpperCase()] },
          identity(meeting),
          {
            type: "table",
            caption: "Jadwal sesi",
            columns: [
              numberColumn,
              { head: "Waktu", width: 20 },
              { head: "Materi/Kegiatan", width: 42 },
              { head: "Narasumber", width: 21 },
              { head: "Lama (menit)", width: 12, type: "number", align: "center" },
            ],
            rows: sessions.map(({ hours, topic, presenter, minutes }, index) => [
              numberCell(index + 1),
              hours ?? "",
              topic,
              presenter ?? "",
              minutes === null ? "" : { text: `${minutes}`, value: minutes },
            ]),
          },
          { type: "signatures", columns: 2, parties: [signatory(null, signers.head, `Kepala ${meeting.host.name}`)] },
        ],
      },
    ],
    notes: [],
  };
}

export const sessionList: PaperDefinition<Facts> = {
  kind: "session-list",
  slug: "jadwal-sesi",
  name: "Jadwal sesi",
  subject: "meeting",
  meetingKinds: ["KALAKARYA"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting }) => ({
    values: meetingValues(meeting),
    lists: {
      sesi: sessionsOf(meeting).map(({ hours, topic, presenter }, index) => ({
        no: `${index + 1}`,
        waktu: hours ?? "",
        materi: topic,
        narasumber: presenter ?? "",
      })),
    },
  }),
  missing: ({ meeting }) =>
    meeting.agenda.length > 0 ? [] : ["Sesi belum diisi: isi susunan acara di Ringkasan, tombol Ubah."],
};
